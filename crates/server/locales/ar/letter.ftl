# صفحة الرسالة، والأعداد حيثما وردت.

letter-kicker = رسالة مفتوحة
letter-from = من
letter-untranslated = ليس لهذه الرسالة نص بلغتكم. وهي معروضة هنا بلغة أخرى: <bdi lang="{ $tag }">{ $shown }</bdi>.
letter-untranslated-others = ويمكن قراءتها أيضًا بهذه اللغات:
letter-sign = توقيع هذه الرسالة
letter-closed = أُغلقت الرسالة في { $date }. ولم تعد تقبل توقيعات.
letter-read-only = لا يمكن التوقيع الآن. يمكن قراءة النص؛ أما الأسماء والسجل فلا تُعرض حتى يُعتنى بالخادم، وقد تكون الأرقام قديمة.
letter-demands = ما تطلبه الرسالة بإيجاز
letter-statements = بكلماتهم
letter-founding = أول الموقّعين
letter-founding-lead = { $count ->
    [zero] لم يوقّع أحد بدعوة قبل نشر الرسالة.
    [one] وقّع موقّع مؤسس واحد بدعوة، قبل نشر الرسالة.
    [two] وقّع موقّعان مؤسسان بدعوة، قبل نشر الرسالة.
    [few] وقّع { $count } موقّعين مؤسسين بدعوة، قبل نشر الرسالة.
    [many] وقّع { $count } موقّعًا مؤسسًا بدعوة، قبل نشر الرسالة.
   *[other] وقّع { $count } موقّع مؤسس بدعوة، قبل نشر الرسالة.
}
letter-roll = عرض جميع الموقّعين
letter-recent = أحدث التوقيعات
letter-recent-none = لم يوقّع أحد منذ نشر الرسالة.
letter-colophon = النسخة { $version }، نُشرت في { $date }. بصمة هذا النص (SHA-256): <code class="hash" dir="ltr">{ $digest }</code>
letter-description = { $to }. { $figures } للقراءة والتوقيع والتحقق من العدد.

figures-plain = { $total ->
    [zero] لا موقّعين
    [one] موقّع واحد
    [two] موقّعان
    [few] { $total } موقّعين
    [many] { $total } موقّعًا
   *[other] { $total } موقّع
} من { $countries ->
    [zero] أي بلد.
    [one] بلد واحد.
    [two] بلدين.
    [few] { $countries } بلدان.
    [many] { $countries } بلدًا.
   *[other] { $countries } بلد.
}
figures-rich = { $total ->
    [zero] لا موقّعين
    [one] <strong>موقّع</strong> واحد
    [two] <strong>موقّعان</strong>
    [few] <strong>{ $total }</strong> موقّعين
    [many] <strong>{ $total }</strong> موقّعًا
   *[other] <strong>{ $total }</strong> موقّع
} من { $countries ->
    [zero] أي بلد
    [one] <strong>بلد</strong> واحد
    [two] <strong>بلدين</strong>
    [few] <strong>{ $countries }</strong> بلدان
    [many] <strong>{ $countries }</strong> بلدًا
   *[other] <strong>{ $countries }</strong> بلد
}
figures-split = { $parts }.
figures-organizations = { $count ->
    [zero] لا منظمات
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $count } منظمات
    [many] { $count } منظمة
   *[other] { $count } منظمة
}
figures-companies = { $count ->
    [zero] لا شركات
    [one] شركة واحدة
    [two] شركتان
    [few] { $count } شركات
    [many] { $count } شركة
   *[other] { $count } شركة
}
figures-individuals = { $count ->
    [zero] لا أفراد
    [one] فرد واحد
    [two] فردان
    [few] { $count } أفراد
    [many] { $count } فردًا
   *[other] { $count } فرد
}
figures-support = { $count ->
    [zero] لا توقيعات مجهّلة
    [one] توقيع مجهّل واحد
    [two] توقيعان مجهّلان
    [few] { $count } توقيعات مجهّلة
    [many] { $count } توقيعًا مجهّلًا
   *[other] { $count } توقيع مجهّل
}
figures-as-of = حتى { $date }، الساعة { $hour } بالتوقيت العالمي.
figures-as-of-old = حتى { $date }، الساعة { $hour } بالتوقيت العالمي، في نسخة قد تكون قديمة: ما وُقّع أو سُحب بعدها غير محسوب، ولا يمكن التحقق من العدد الآن.
figures-check = للتحقق

names-more = { $count ->
    [zero] لا مزيد
    [one] عرض موقّع آخر
    [two] عرض موقّعَين آخرَين
    [few] عرض { $count } موقّعين آخرين
    [many] عرض { $count } موقّعًا آخر
   *[other] عرض { $count } موقّع آخر
}
kind-organizations = منظمات
kind-companies = شركات
kind-individuals = أفراد
