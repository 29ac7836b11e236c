# ما قد يكون خطأً في حقل، بعبارة تتيح إصلاحه.

error-word = خطأ:
error-title = { $count ->
    [zero] لا شيء يحتاج إلى مراجعة
    [one] أمر واحد يحتاج إلى مراجعة
    [two] أمران يحتاجان إلى مراجعة
    [few] { $count } أمور تحتاج إلى مراجعة
    [many] { $count } أمرًا يحتاج إلى مراجعة
   *[other] { $count } أمر يحتاج إلى مراجعة
}
error-kept = لم يُرسل أي شيء بعد. وما كُتب ما زال هنا.
error-missing-kind = يُرجى اختيار صفة الموقّع.
error-missing-name = يُرجى كتابة الاسم.
error-missing-email = يُرجى كتابة بريد إلكتروني: فالتوقيع يُؤكَّد بالبريد.
error-missing-country = يُرجى اختيار بلد، أو «أفضّل عدم الإفصاح».
error-missing-website = يُرجى كتابة الموقع الإلكتروني.
error-missing-display = يُرجى اختيار طريقة الظهور.
error-missing-contact-name = يُرجى كتابة اسمكم، ليعرف المنظّمون من يسألون.
error-missing-contact-role = يُرجى ذكر صفتكم فيها.
error-missing-authority = يُرجى تأكيد أنه يحق لكم التوقيع باسمها. وإلا فأهلًا بتوقيعكم بصفة فرد.
error-too-long = يتسع «{ $field }» لما لا يزيد على { $most } من الحروف. يُرجى الاختصار.
error-unprintable = في «{ $field }» حروف غير مرئية لا يمكن طبعها. تفيد كتابته من جديد بدل لصقه.
error-has-address = لا يمكن أن يحتوي «{ $field }» على عنوان موقع. يُرجى حذفه، وترك مسافة بعد نقطة الاختصار.
error-not-an-email = لا يبدو هذا بريدًا إلكترونيًا. مثاله: ‎name@example.org‎.
error-unknown-country = يُرجى اختيار بلد من القائمة.
error-not-a-website = لا يبدو هذا عنوان موقع. مثاله: ‎https://example.org‎.
error-unknown-choice = يُرجى اختيار إحدى الإجابات المعروضة في «{ $field }».
error-not-a-name = يحتاج «{ $field }» إلى حرف واحد على الأقل.
error-taken = هناك توقيع آخر من العنوان نفسه يحمل هذا الاسم.
error-missing-show-mailbox = هذا يدعم جهة انتماء، ولا جهة مذكورة. يُرجى ذكر جهة الانتماء، أو عدم إظهار ما بعد @.
