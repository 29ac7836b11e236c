# حيث تُبدأ الرسالة وتُضبط وتُكتب وتُترجم.

new-letter-title = رسالة جديدة
new-letter-what = لا يراها أحد سواك حتى تطلقها. كل ما هنا يمكن تغييره لاحقًا، إلا كلمتها في العناوين.
new-letter-for-ever = الكلمة في العناوين تبقى إلى الأبد: تحملها التواقيع والإيصالات والسجل العام. سيُسمّى السجل
new-letter-submit = ابدأ الرسالة

label-organizer = الجهة المنظِّمة
label-slug = الكلمة في العناوين
hint-slug = من 1 إلى 64 من الحروف a إلى z والأرقام والشرطات، مثل clean-rivers.
label-lang = اللغة التي تُكتب بها أولًا
hint-lang = اختر لغة من القائمة أو اكتب رمزها القصير مثل en أو es أو fr أو ar أو pt-BR. يمكن إضافة لغات أخرى لاحقًا.
label-title = العنوان
hint-title = 300 حرف على الأكثر، وكلما قصر كان أفضل.
label-to = إلى من
hint-to = «إلى قادة حكومات العالم»
label-from = ممّن
hint-from = من يكتب الرسالة، كما يظهر تحت العنوان.
label-description = في جملة أو جملتين
hint-description = لمحركات البحث وللمعاينات حيث تُشارَك الرسالة.
label-id = الاسم القصير
label-brief = المطلب باختصار
label-place = الترتيب
label-markdown = الرسالة
hint-markdown = بصيغة Markdown: السطر الفارغ يبدأ فقرة، و### يبدأ عنوانًا، و*النجمتان* للتشديد، و[الكلمات](https://…) رابط. ينتهي عنوان كل مطلب باسمه القصير، هكذا: ### لا أبواب خلفية { "{#no-back-doors}" }
label-offered = اللغات المعروضة
label-add = لغة أخرى
hint-add = اختر لغة من القائمة أو اكتب رمزها القصير مثل de أو sw أو zh-Hant، أو اترك الحقل فارغًا.
label-default = اللغة الرئيسية
hint-default = تُعرض على من لا تُتاح لغته، ومنها تُترجم بقية اللغات.
label-closing = آخر يوم للتوقيع
hint-closing = تُغلق الرسالة من تلقاء نفسها عند نهاية ذلك اليوم (بالتوقيت العالمي). وهو مثبت في السجل العام.
label-retention = اليوم الذي تُحفظ حتى حلوله عناوين الموقّعين
hint-retention = يُخبَر به كل من يوقّع. وهو مثبت في السجل العام.
label-name = الاسم
label-website = الموقع
label-contact = أين يُكتب إليها
hint-contact = عنوان بريد أو صفحة، يظهر في صفحة الخصوصية.
label-privacy = كلماتكم عن الخصوصية
hint-privacy = تظهر تحت ما يقوله الموقع من نفسه. السطر الفارغ يبدأ فقرة.
label-watched = الأسماء المراقَبة
hint-watched = اسم في كل سطر. تُفصل الكتابات المختلفة بالعلامة |، وما بين علامتي اقتباس يُعدّ عبارة.

wrong-missing = هذا مطلوب.
wrong-too-long = هذا أطول من { $number } حرف.
wrong-unprintable = فيه محارف لا تظهر أو تقلب اتجاه ما بعدها. اكتبه من جديد.
wrong-no-language = هذا ليس رمز لغة. الرمز مثل en أو pt-BR أو zh-Hant.
wrong-not-offered = هذه اللغة ليست من اللغات المعروضة.
wrong-no-day = هذا ليس يومًا. يُكتب هكذا: 2028-12-31.
wrong-past = هذا اليوم مضى.
wrong-before-closing = هذا قبل آخر يوم للتوقيع.
wrong-no-website = هذا ليس عنوان موقع. العنوان مثل https://example.org.
wrong-names-nobody = السطر { $number } لا يسمّي أحدًا.
wrong-no-slug = يتكوّن من 1 إلى 64 من الحروف a إلى z والأرقام والشرطات، دون شرطة في طرفيه.
wrong-taken = هذه الكلمة مأخوذة على هذا الخادم. اختر غيرها.
wrong-bad-id = يتكوّن من 1 إلى 40 من الحروف a إلى z والأرقام والشرطات.
wrong-same-id = لمطلب آخر هذا الاسم القصير.
wrong-no-heading = لا ينتهي أي عنوان في الرسالة بالاسم القصير لهذا المطلب بين قوسين معقوفين بعد #.
wrong-has-address = فيه عنوان موقع، وهو يُرسل بالبريد. يُرجى قوله من دونه.
wrong-too-deep = الاقتباسات أو القوائم أو علامات التشديد متداخلة أكثر من اللازم. الحد الأقصى ثلاثون مستوى.
wrong-too-much = ينتج عن هذا صفحة كبيرة جدًا. احذف العلامات المكررة.

mistakes-kept = لم يُحفظ شيء بعد. ما كتبته ما زال هنا.

settings-title = الإعدادات
settings-saved = حُفظت.
settings-public = أُطلقت الرسالة. لغاتها وتواريخها مثبتة في السجل العام، والناس وقّعوا على أسماء منظّميها، فهذه تبقى. أما أين يُكتب إليكم وكلماتكم عن الخصوصية والأسماء المراقَبة فما زال تغييرها ممكنًا.
settings-newer = حفظ شخص آخر في هذه الأثناء
settings-newer-what = ما كتبته موجود في النموذج ولم يُحفظ بعد. أدناه ما يختلف عمّا حُفظ. غيّر ما تشاء ثم احفظ.
settings-newer-same = لا شيء يختلف عمّا كتبته.
settings-theirs = حُفظ في هذه الأثناء:
settings-empty = (لا شيء)
settings-organizers = من يدير الرسالة
settings-organizers-what = كما يراه القراء في صفحة الخصوصية. أفرغ حقول جهة لإزالتها، واحفظ ليظهر مكان لأخرى.
settings-privacy = الخصوصية
settings-privacy-what = تقول صفحة الخصوصية بكلمات واضحة ماذا يُحفظ وكيف وحتى متى. إن لم تضيفوا شيئًا فهذا كل ما تقوله، ولا يلزمكم غيره.
settings-watched-what = من يوقّع باسم من هذه الأسماء، كيفما كُتب، ينتظر حتى يراه مشرف. سمّوا من قد ينتحل أحد اسمه. تبدأ الرسالة الجديدة بقائمة بشخصيات من الحياة العامة: اختصرها وأضف إليها أسماءك.
settings-submit = احفظ

writing-demands = المطالب
write-title = الرسالة بلغة { $language }
write-saved = حُفظت نسخةً يمكنك الرجوع إليها.
write-newer = حفظ { $who } في هذه الأثناء
write-newer-what = ما كتبته موجود في النموذج ولم يُحفظ بعد. ولا يضيع شيء مما كتبه غيرك: إن حفظت بقيت نسخته للرجوع إليها.
write-newer-same = كتب مثل ما كتبت.
write-newer-changes = هذا ما سيغيّره حفظك في نسخته:
write-unfinished = كل شيء محفوظ. يجب إصلاح ما يلي قبل أن يُفتح النص للتوقيع.
write-preview = معاينة
write-saved-at = حُفظ في { $time }
write-waiting = جارٍ الحفظ…
write-offline = لم يُحفظ: الخادم لا يجيب. ما كتبته باقٍ في هذه الصفحة وستُعاد المحاولة.
write-stale = حفظ شخص آخر في هذه الأثناء. اضغط «احفظ» لترى النسختين، ولا يضيع شيء.
write-long = لم يُحفظ: هذا أطول مما يُسمح به لمسودة. ما كتبته باقٍ في هذه الصفحة؛ اختصره فيُحفظ.
write-out = لم يُحفظ: انتهت جلستك أو لم يعد لك أن تكتب هنا. ادخل من نافذة أخرى، وهذه الصفحة تعيد المحاولة.
write-last = { $who }، { $at }
write-demands-what = كل مطلب في جملة تظهر بجانب الرسالة. اسمه القصير واحد في كل اللغات ويصله بعنوانه. أفرغ الحقلين لإزالته، واحفظ ليظهر مكان لغيره.
write-demands-translated = يحتفظ كل مطلب باسمه القصير الذي له في الأصل.
write-heading-mark = ينتهي عنوانه بـ
write-submit = احفظ
write-submit-over = احفظ نسختي

drift-title = بين الأصل وهذه الترجمة اختلاف
drift-what = قارن بينهما ثم احفظ: ذلك يعني أن الترجمة توافق الأصل كما هو بجانبها الآن.
drift-missing = المطلب «{ $demand }» ناقص أو غير مكتمل: يلزمه موجزه وعنوانه.
drift-extra = المطلب «{ $demand }» ليس في الأصل.
drift-moved = المطلب «{ $demand }» في غير موضعه في الأصل.
drift-changed = تغيّر أصل المطلب «{ $demand }» منذ تُرجم.
drift-around = تغيّر الأصل خارج المطالب منذ تُرجم.

versions-title = النسخ
versions-of = النسخ بلغة { $language }
versions-what = تُحفظ نسخة حين يواصل شخص آخر الكتابة، وبعد توقف عشر دقائق، وكلما ضُغط «احفظ». الرجوع يصنع نسخة جديدة، ولا تضيع نسخة أبدًا.
versions-same = تقولان الشيء نفسه.
versions-marks = <del>المشطوب</del> ما ذهب، و<ins>المسطّر</ins> ما جاء.
versions-newest = (الأحدث)
versions-released = فُتحت للتوقيع قبل أن يكتب أحد هنا
versions-compare-newest = قارن بالأحدث
versions-compare-before = ما الذي غيّرته
versions-restore = ارجع إليها
versions-compared = من النسخة { $from } إلى النسخة { $to }
version-number = النسخة { $number }
wording-deleted = حُذف:
wording-inserted = أُضيف:
wording-skipped = واحد في الاثنتين
wording-end = (نهاية)

texts-title = النصوص
texts-what = ما تقوله الرسالة بكل لغة. هو لكم وحدكم حتى يُفتح للتوقيع.
texts-language = اللغة
texts-state = الحال
texts-source = منها تُترجم البقية
texts-add = أضف لغة أو أزلها
texts-empty = لم يُبدأ.
texts-no-body = الرسالة نفسها ناقصة.
texts-mistakes = { $count ->
    [zero] لا شيء يلزم إصلاحه.
    [one] شيء واحد يلزم إصلاحه.
    [two] شيئان يلزم إصلاحهما.
    [few] { $count } أشياء يلزم إصلاحها.
    [many] { $count } شيئًا يلزم إصلاحه.
   *[other] { $count } شيء يلزم إصلاحه.
}
texts-drift = { $count ->
    [zero] لا اختلاف عن الأصل.
    [one] اختلاف واحد عن الأصل.
    [two] اختلافان عن الأصل.
    [few] { $count } اختلافات عن الأصل.
    [many] { $count } اختلافًا عن الأصل.
   *[other] { $count } اختلاف عن الأصل.
}
texts-fit = مكتمل.
texts-progress = { $done } من { $due }

preview-word = معاينة.
preview-what = هكذا سيبدو النص. لم يُفتح للتوقيع، ولا يراه أحد غيركم، ولا يمكن توقيع شيء هنا.

trail-letter-made = بدأ الرسالة
trail-letter-imported = أحضر الرسالة من ملفات
trail-letter-deleted = حذف الرسالة
trail-settings-changed = غيّر الإعدادات
trail-text-saved = حفظ النص بلغة
trail-text-restored = رجع إلى نسخة أقدم بلغة
trail-translator-invited = صنع رابطًا للترجمة
trail-translator-ended = أنهى رابطًا للترجمة
trail-released = فتح نصوصًا للتوقيع
trail-logo-changed = غيّر الشعار

release-title = الفتح للتوقيع
release-none = لم يُفتح أي نص للتوقيع بعد، ولا يمكن لأحد أن يوقّع قبل ذلك.
release-newest = النسخة { $version } هي التي يوقّعها الناس.
release-done = فُتح للتوقيع. قد تمضي ثوانٍ حتى يراه القراء.
release-unchanged = ما كُتب هنا هو تلك النسخة.
release-lacks = قبل أن يُفتح ما كُتب للتوقيع:
release-what = كل شيء موجود. بهذا يصير هذا هو النص الذي يوقّعه الناس بكل لغاته. وما لم يوقّعه أحد يمكن فتحه من جديد.
release-what-public = كل شيء موجود. بهذا يصير هذا النسخة التالية، ومن ذلك الحين يوقّعها الناس. ومن وقّع قبلها يبقى على النسخة التي وقّعها، تقول ذلك صفحة الرسالة ويقوله السجل العام إلى الأبد.
release-submit = افتح هذا النص للتوقيع
lack-text = النص بلغة { $language } لم يُبدأ.
lack-mistakes = بلغة { $language }: { $count ->
    [zero] لا شيء يلزم إصلاحه.
    [one] شيء واحد يلزم إصلاحه.
    [two] شيئان يلزم إصلاحهما.
    [few] { $count } أشياء يلزم إصلاحها.
    [many] { $count } شيئًا يلزم إصلاحه.
   *[other] { $count } شيء يلزم إصلاحه.
}
lack-drift = بلغة { $language }: { $count ->
    [zero] لا اختلاف عن الأصل.
    [one] اختلاف واحد عن الأصل.
    [two] اختلافان عن الأصل.
    [few] { $count } اختلافات عن الأصل.
    [many] { $count } اختلافًا عن الأصل.
   *[other] { $count } اختلاف عن الأصل.
}
lack-dates = آخر يوم للتوقيع، أو اليوم الذي تُحفظ العناوين حتى حلوله، مضى أو ناقص.
lack-organizers = لم يُسمَّ من يدير الرسالة.
lack-closed = الرسالة مغلقة.
translators-title = مترجمون من الخارج
translators-what = رابط خاص يتيح لشخص أن يترجم إلى لغة واحدة دون حساب. يرى الأصل وتلك اللغة ولا شيء غيرهما.
translators-until = يعمل الرابط حتى { $until }
translators-unused = لم يُستعمل بعد
translators-end = أنهِ الرابط
translators-submit = اصنع رابطًا
translators-link = يظهر هذه المرة وحدها ويعمل 30 يومًا. من يملكه يستطيع الكتابة بتلك اللغة، وما يحفظه يُسجَّل باسم المترجم.
refusal-translation = رابط الترجمة هذا لم يعد يعمل
refusal-what-translation = أُنهي أو مضى عليه أكثر من 30 يومًا أو قُطع. لم يضع شيء مما حُفظ. اطلب رابطًا آخر ممن أعطاك إياه.
trail-translator = مترجم { $language }
trail-name = { $name }

logo-title = الشعار
logo-what = يظهر في صفحة الرسالة فوق اسم من يكتبها.
logo-now = الشعار الحالي
logo-remove = أزل الشعار
logo-file = صورة
logo-file-hint = PNG أو JPEG أو WebP، لا تتجاوز 2 ميغابايت. تُصنع من جديد وتُضبط، ويُترك ما يقوله الملف عمّن صنعه وأين وبماذا.
logo-submit = استعمل هذه الصورة
own-logo-what = إن شئتم يُعرض شعار مع التوقيع بعد أن ينظر فيه إنسان. وهو ليس جزءًا من السجل، ويمكنكم تبديله أو إزالته متى شئتم.
own-logo-picture = الشعار كما سيُعرض
own-logo-waiting = ينتظر أن ينظر فيه إنسان. ولا يراه أحد غيره حتى ذلك الحين.
own-logo-approved = اعتُمد، وسيكون علنيًا مع الرسالة.
own-logo-refused = لن يعرضه المنظمون. يمكنكم إرسال غيره.
own-logo-shown = هو علني.
own-logo-submit = أرسل هذه الصورة
own-logo-remove = أزل الشعار
bad-logo-missing = لم تُختر صورة.
bad-logo-too-large = هذا الملف أكبر من 2 ميغابايت.
bad-logo-svg = ‏SVG رسم قد يحمل برامج، فلا يُقبل. صدّره بصيغة PNG.
bad-logo-unknown = هذا ليس PNG ولا JPEG ولا WebP.
bad-logo-broken = هذه الصورة تالفة أو ناقصة أو يزيد ضلعها على 5000 بكسل.

# What readers see of versions.
letter-newer-text = هذا النص، وهو النسخة { $version }، يحلّ محل نص أقدم منذ { $date }. ومن وقّع قبل ذلك يبقى على النسخة التي وقّعها:
form-superseded = تغيّر النص منذ فتحت هذه الصفحة. لم يُرسل شيء. اقرأه مرة أخرى من فضلك، وما كتبته محفوظ أدناه.
text-version-title = نسخة من النص
text-version-kicker = النسخة { $version }، تُوقَّع منذ { $date }
text-version-superseded = حلّت محلها النسخة { $newest }. ومن وقّع هذه يبقى عليها كما هي هنا.
text-version-digest = بصمة هذا النص (SHA-256): <code class="hash" dir="ltr">{ $digest }</code>
text-version-changes = ما الذي غيّرته أحدث نسخة
