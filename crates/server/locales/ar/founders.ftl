# الموقّعون المؤسسون قبل الإطلاق: القائمة وجداولها والدعوات والردود.

founders-title = الموقّعون المؤسسون
founders-lead = من تريدون أن يكونوا قد وقّعوا عندما تصبح الرسالة علنية. يتلقى كل واحد دعوة سرية فيها رابط خاص به: بالبريد، أو منكم حيث لا عنوان.
founders-launched = أُطلقت الرسالة. من قبِل يظهر في سجلها، وحُذفت أسماء الآخرين وعناوينهم.
founders-missing-text = لا يمكن دعوة أحد بعد: لم يُعتمد أي نص للتوقيع.
founders-missing-recipients = لا يمكن دعوة أحد بعد: ليس للرسالة مفاتيح لجهات الاتصال.
founders-missing-tests = لا يمكن دعوة أحد بعد: لم تُجرَّب كل مفاتيح جهات الاتصال، وقد تُختم البيانات لمفتاح مفقود.
founders-key-lost = لا يمكن قراءة أسماء مؤسسي هذه الرسالة ولا عناوينهم: المفتاح الذي حُفظت تحته مفقود أو تالف على الخادم. وإلى أن يعود لا يُدعى أحد ولا يُضاف، وتقول روابط المؤسسين إنها لا تُفتح الآن. لم يضع أي جواب. أخبروا من يدير الخادم: يبيّن الأمر «undersigned doctor» أي ملف يجب إعادته. وإن لم تكن منه نسخة فأزيلوا من القائمة من لم يقبل وأضيفوه من جديد.
board-title = إلى أين وصل الأمر
board-what = «فُتح الرابط» تعني أن أحدًا فتح الرابط، المدعو أو فاحص البريد؛ ولا شيء في الرسالة يبلّغ عن فتحها. و«سُلّم الرابط» يعدّ من أنشأ لهم أحد المنظمين رابطًا.
board-who = من
board-listed = لم يُدعوا بعد
board-invited = دُعوا
board-handed = سُلّم الرابط
board-visited = فُتح الرابط
board-held = بانتظار قراركم
board-accepted = قبلوا
board-declined = اعتذروا
board-bounced = رُفض البريد
board-silent = لا جواب بعد
board-all = الكل
board-countries = حسب البلد
board-map-what = أين قبلوا. في الجدول الأرقام نفسها وأكثر منها.
founders-ask = الدعوة والتذكير
founders-ask-what = تُرسل الدعوات بلغة كل واحد وتذكر اسمكم لا اسم الرسالة. يُرسل التذكير بعد ثلاثة أيام على الأقل من آخر بريد، وثلاث مرات في المجموع.
founders-unaddressed = { $count ->
    [one] واحد بلا عنوان بريد فلا تصله رسالة: أنشئوا له رابطًا وسلّموه بأنفسكم.
   *[other] بلا عنوان بريد فلا تصلهم رسالة: { $count }. أنشئوا لكل واحد رابطًا وسلّموه بأنفسكم.
}
founders-unaddressed-who = من هم
founders-no-address = بلا عنوان
founders-other-keys = مختوم لمفاتيح أخرى
founders-earlier-text = على نص سابق
founders-earlier = { $count ->
    [one] قبِل موقّع مؤسس واحد نسخة من النص أقدم من تلك التي ستُنشر.
    [two] قبِل موقّعان مؤسسان نسخة من النص أقدم من تلك التي ستُنشر.
    [few] قبِل { $count } موقّعين مؤسسين نسخة من النص أقدم من تلك التي ستُنشر.
   *[other] قبِل { $count } موقّعًا مؤسسًا نسخة من النص أقدم من تلك التي ستُنشر.
}
founders-earlier-what = تبقى توقيعاتهم على ما قرؤوه. لا يمكن إرسال بريد إليهم من هنا لأن عناوينهم مختومة: اسألوهم بأنفسكم. يعرض رابطهم أحدث نص، ومن يحفظ بياناته هناك يكون توقيعه عليه.
founders-held = { $count ->
    [one] قبول واحد ينتظر قراركم ولا يُحسب قبله: الاسم غير الاسم المدرج في القائمة، أو هو في قائمة المراقبة.
    [two] قبولان ينتظران قراركم ولا يُحسبان قبله: الاسمان غير المدرجين في القائمة، أو في قائمة المراقبة.
   *[other] حالات قبول تنتظر قراركم ولا تُحسب قبله: { $count }. الأسماء غير المدرجة في القائمة، أو هي في قائمة المراقبة.
}
founders-held-what = «هذا صحيح» يأخذ الجواب كما هو. و«اسأل مرة أخرى» يترك الجواب ويعود إلى الاسم الذي في قائمتكم: ذكّروه، أو أنشئوا رابطًا يُسلَّم إليه.
founders-undecided-changed = لم يُتخذ أي قرار: تغيّر الجواب وأنتم تنظرون فيه، أو قرّر شخص آخر. انظروا فيه من جديد.
founders-undecided-taken = لم يُتخذ أي قرار: هناك توقيع آخر من صندوق البريد نفسه بهذا الاسم.
founders-undecided-too-many = لم يُتخذ أي قرار: بلغ صندوق البريد هذا أقصى عدد من التوقيعات.
founders-made = الرابط لـ { $name }
founders-made-once = لا يُعرض إلا هذه المرة، وأي رابط أُنشئ له هنا من قبل لم يعد يؤدي إلى شيء. من يملكه يستطيع أن يجيب مكانه. سلّموه بطريق تثقون به: باليد أو ببرنامج مراسلة مشفّر.
founders-email-hint = بدونه لا تصله رسالة: تنشئون رابطًا وتسلّمونه.
founders-invite-all = { $count ->
    [one] ادعُ من لم يُدعَ بعد
   *[other] ادعُ كل من لم يُدعَ بعد: { $count }
}
founders-remind-all = { $count ->
    [one] ذكّر من لم يجب
   *[other] ذكّر من لم يجيبوا حيث يجوز التذكير: { $count }
}
founders-mails = { $count ->
    [zero] لا تُرسل أي رسالة.
    [one] تُرسل رسالة واحدة.
    [two] تُرسل رسالتان.
    [few] تُرسل { $count } رسائل.
    [many] تُرسل { $count } رسالة.
   *[other] تُرسل { $count } رسالة.
}
founders-mails-none = لم يحن دور أحد، ولا تُرسل أي رسالة. يُرسل التذكير بعد ثلاثة أيام من آخر رسالة على الأقل، ثلاث مرات في المجموع، ولا يُرسل أبدًا إلى عنوان رفض رسالة.
founders-list = القائمة
founders-filter = اعرض
founders-none = لا أحد هنا بعد.
founders-chosen-what = منذ الإطلاق تعرض صفحة الرسالة الأربعة الأولى بهذا الترتيب. وبعده يُغيَّر هذا في صفحة التصريحات.
founders-add = أضف أحدًا
founders-more = اسم جهة الاتصال والموقع والمنصب والانتماء
founders-add-submit = أضف إلى القائمة
founders-another = هذا شخص آخر بالاسم نفسه
founder-state-listed = لم يُدعَ بعد
founder-state-due = البريد قيد الكتابة
founder-state-invited = دُعي
founder-state-held = قبِل، بانتظار قراركم
founder-state-accepted = قبِل
founder-state-declined = اعتذر
founder-said-waiting = هذا التصريح ينتظر أن يقرأه أحد المنظمين.
founder-said-approved = سيكون هذا التصريح علنيًا مع الرسالة.
founder-said-refused = لن يكون هذا التصريح علنيًا.
founder-logo-waiting = هذا الشعار ينتظر أن ينظر فيه أحد المنظمين.
founder-logo-approved = سيكون هذا الشعار علنيًا مع الرسالة.
founder-logo-refused = لن يكون هذا الشعار علنيًا.
founder-forgotten = حُذف عند الإطلاق
founder-in-roll = في القائمة العلنية الآن، بالاسم الظاهر هناك
founder-unreadable = لا يمكن قراءته الآن
founder-mailed = عدد الرسائل: { $count }، آخرها { $at }.
founder-visited = فُتح الرابط في ساعات: { $list }.
founder-bounced = رفضه خادم بريده: { $at }. هل العنوان صحيح؟
founder-answered = أجاب { $at }.
founder-handed = أُنشئ رابط ليُسلَّم: { $at }.
founder-unaddressed = لا عنوان بريد، فلا تخرج رسالة. أنشئوا رابطًا وسلّموه.
founder-sealed-elsewhere = عنوانه مختوم لمفاتيح غير مفاتيح اليوم. اطلبوا منه أن يفتح رابطه ويعطيه مرة أخرى ويحفظ.
founder-earlier-text = قبِل نسخة سابقة من النص. يعرض رابطه أحدث نسخة، ويكون قبولها بالحفظ.
founder-held = الجواب ليس بالاسم المدرج، أو يذكر أحدًا من قائمة المراقبة. لا يُحسب قبولًا حتى تقرروا.
founder-held-listed = في القائمة
founder-held-given = في الجواب
founder-held-watched = في قائمة المراقبة
founder-name-right = هذا صحيح
founder-ask-again = اسأل مرة أخرى
founder-invite = ادعُ
founder-remind = ذكّر
founder-link = أنشئ رابطًا للتسليم
founder-link-again = أنشئ رابطًا آخر
founder-approve-logo = اعتمد الشعار
founder-refuse-logo = اترك الشعار
founder-approve = اعتمد التصريح
founder-refuse = اتركه
founder-field-kind = النوع
founder-field-name = الاسم
founder-field-country = البلد
founder-field-email = البريد الإلكتروني
founder-field-contact-name = اسم جهة الاتصال
founder-field-language = اللغة
founder-field-website = الموقع
founder-field-title = المنصب
founder-field-affiliation = الانتماء
founder-problem-missing = فارغ.
founder-problem-too-long = طويل جدًا.
founder-problem-unprintable = فيه رموز لا تُطبع، أو حُفظ بترميز آخر.
founder-problem-has-address = لا يمكن أن يحتوي على عنوان ويب.
founder-problem-not-an-email = ليس عنوان بريد مثل name@example.org.
founder-problem-unknown-country = ليس اسم بلد ولا رمزًا مثل DE. الرمز ZZ يعني غير معروف.
founder-problem-not-a-website = ليس عنوانًا مثل https://example.org.
founder-problem-unknown-choice = اكتب individual أو organization أو company.
founder-problem-not-a-name = ليس فيه حرف ولا رقم.
founder-problem-language = ليس اسم لغة ولا وسمًا مثل ar أو pt-BR.
founder-problem-repeated = السطر { $figure } يقول الشيء نفسه.
founder-problem-known = هذا المُدخل في القائمة بالفعل.
founder-problem-namesake = { $figure ->
    [0] هذا الاسم في القائمة بالفعل ببيانات أخرى: أهو الشخص نفسه أم غيره؟
   *[other] في السطر { $figure } الاسم نفسه ببيانات أخرى: أهو الشخص نفسه أم غيره؟
}

sheet-title = من جدول بيانات
sheet-what = سطر لكل واحد، فيه الاسم والبلد على الأقل، والبريد حيث تعرفونه؛ والسطر الأول يسمّي الأعمدة بأي ترتيب. لا يُحفظ شيء قبل أن تروا ما الخطأ وفي أي سطر.
sheet-of = جدول { $at }
sheet-file = ملف
sheet-file-hint = ‏CSV أو نص بعلامات جدولة، حتى 32 ميغابايت، كما يحفظه أي برنامج جداول.
sheet-paste = أو الصقوا الخلايا
sheet-paste-hint = حددوها في الجدول مع السطر الذي يسمّي الأعمدة، ثم انسخوا والصقوا.
sheet-bring = انظر فيه
sheet-unfit-empty = لا شيء للاستيراد: يلزم سطر يسمّي الأعمدة وأسطر تحته.
sheet-unfit-workbook = هذا مصنف. اختاروا في برنامج الجداول «حفظ باسم» ثم CSV وأحضروا ذلك الملف.
sheet-unfit-binary = هذا الملف ليس نصًا. اختاروا في برنامج الجداول «حفظ باسم» ثم CSV وأحضروا ذلك الملف.
sheet-state-mapping = ماذا في الأعمدة؟
sheet-state-checking = يجري فحص الأسطر.
sheet-state-checked = فُحصت كل الأسطر. لم يُستورد شيء بعد.
sheet-state-importing = يجري استيراد الأسطر الصالحة.
sheet-state-done = تم الاستيراد.
sheet-stale = تقدّم هذا الجدول منذ تحميل الصفحة: في لسان آخر، أو لأن أحدًا غيركم تابع العمل فيه. ما أرسلتموه لم يغيّر شيئًا. وهذه حاله الآن.
sheet-separator-comma = فواصل
sheet-separator-semicolon = فواصل منقوطة
sheet-separator-tab = علامات جدولة
sheet-read-as = قُرئ بترميز { $encoding } وبين الأعمدة { $separator }. إن بدت الحروف خاطئة فاحفظوه بترميز UTF-8 وأحضروه من جديد.
sheet-columns = الأعمدة
sheet-columns-what = خُمّن محتوى كل عمود من اسمه. قارنوه بما فيه.
sheet-column = العمود «{ $name }»
sheet-nothing = (يُتجاوز)
sheet-kind = حيث لا يذكر السطر النوع فهم
sheet-kind-each = (كل سطر يذكره)
sheet-missing = لا عمود يحوي هذا: { $field }.
sheet-twice = لا يمكن أن يحوي عمودان الشيء نفسه: { $field }.
sheet-check = افحص كل الأسطر
sheet-running = يمكنكم ترك هذه الصفحة؛ العمل مستمر.
sheet-again = انظر إلى أين وصل
sheet-count-done = { $count ->
    [one] سطر واحد حتى الآن.
   *[other] الأسطر حتى الآن: { $count }.
}
sheet-count-good = { $count ->
    [one] سطر واحد صالح.
   *[other] الأسطر الصالحة: { $count }.
}
sheet-count-known = { $count ->
    [0] ليس منها في القائمة شيء.
    [one] واحد منها في القائمة بالفعل ويبقى كما هو.
   *[other] منها في القائمة بالفعل وتبقى كما هي: { $count }.
}
sheet-count-namesakes = { $count ->
    [one] واحد منها يحمل اسم أحد الموجودين ببيانات أخرى. يُترك ما لم تقولوا أدناه إنه شخص آخر.
   *[other] منها ما يحمل أسماء موجودين ببيانات أخرى: { $count }. تُترك ما لم تقولوا أدناه إنهم أشخاص آخرون.
}
sheet-count-unaddressed = { $count ->
    [one] واحد منها بلا عنوان بريد: لا تصله رسالة، وتسلّمون له رابطًا.
   *[other] منها بلا عنوان بريد: { $count }. لا تصلهم رسالة، وتسلّمون لكل واحد رابطًا.
}
sheet-count-bad = { $count ->
    [0] لا سطر خاطئ.
    [one] سطر واحد غير صالح ويُترك.
   *[other] الأسطر غير الصالحة التي تُترك: { $count }.
}
sheet-count-added = { $count ->
    [0] لم يكن أحد جديدًا على القائمة.
    [one] أُضيف واحد إلى القائمة.
   *[other] أُضيفوا إلى القائمة: { $count }.
}
sheet-import = { $count ->
    [0] أضف ما وُضعت عليه علامة أعلاه
    [one] أضف الجديد الواحد
   *[other] أضف الجدد: { $count }
}
sheet-import-what = لا يُدعى أحد بهذا. لإصلاح الأسطر غيّروا الجدول وأحضروه من جديد: لا يُضاف أحد مرتين.
sheet-to-founders = إلى القائمة
sheet-faults = الأخطاء سطرًا سطرًا
sheet-line = السطر
sheet-field = العمود
sheet-problem = الخطأ
sheet-more-faults = أسطر أخرى
sheet-keep-others = احفظ هذه العلامات وتابع إلى أسطر أخرى
sheet-discard = تخلَّص من هذا الجدول

mail-founding-subject = دعوة سرية
mail-founding-subject-again = تذكير بدعوة سرية
mail-founding-first = { $by } يدعو { $name } إلى أن يكون من أوائل الموقّعين على رسالة مفتوحة في { $host }. إن لم تفعلوا شيئًا فلن يُنشر شيء.
mail-founding-first-again = سبق أن دعا { $by } { $name } إلى أن يكون من أوائل الموقّعين على رسالة مفتوحة في { $host }، ويسره أن يتلقى ردًا. إن لم تفعلوا شيئًا فلن يُنشر شيء.
mail-founding-open = في صفحتكم الخاصة يمكنكم قراءة الرسالة، وتصحيح ما سيظهر عنكم، والقبول أو الاعتذار:
mail-founding-button = اقرأ الرسالة
mail-founding-confidence = الرسالة ليست علنية بعد. نرجو كتمانها وكتمان وجودها حتى تصبح كذلك. وهي غير مسماة هنا عن قصد.
mail-founding-personal = الرابط لكم وحدكم: من يملكه يستطيع أن يجيب مكانكم. نرجو عدم تمريره.
mail-founding-seen = إذا قبلتم، يطّلع المنظمون على توقيعكم قبل أن تصبح الرسالة علنية، وكذلك من يمنحونه من الصحفيين والشركاء معاينة خاصة.
mail-founding-not = إن اعتذرتم في تلك الصفحة يُحذف عنوانكم هنا ولا يتبعه تذكير.

invited-title = دعوة إلى التوقيع مع الأوائل
invited-lead = { $by } يدعو { $name } إلى أن يكون موقّعًا مؤسسًا لهذه الرسالة.
invited-confidence = الرسالة ليست علنية بعد. نرجو كتمانها وكتمان وجودها حتى تصبح كذلك.
invited-personal = هذه الصفحة لكم وحدكم: من يملك رابطها يستطيع أن يجيب مكانكم. ويرى المنظمون متى فُتحت.
invited-accepted = قبلتم في { $date }، { $hour } بالتوقيت العالمي.
invited-held = قبلتم في { $date }، { $hour } بالتوقيت العالمي. ولأن بياناتكم تختلف عمّن دعاه المنظمون ينظر فيها أحدهم أولًا.
invited-held-what = لا يُحسب قبولكم حتى يوافق، ولا يُنشر منه شيء. يمكنكم أن تغيّروه هنا أو أن تتراجعوا عنه.
invited-asked-again = جوابكم في { $date }، { $hour } بالتوقيت العالمي، لا يُحسب: كان يختلف عمّن دعاه المنظمون. أجيبوا مرة أخرى من فضلكم، أو اسألوهم.
invited-declined = اعتذرتم في { $date }، { $hour } بالتوقيت العالمي.
invited-until-launch = لا شيء علني قبل الرسالة. وحتى ذلك الحين يمكنكم تغيير كل شيء هنا أو التراجع.
invited-declined-what = حُذف عنوانكم ولا يتبعه تذكير. إن أعدتم التفكير قبل أن تصبح الرسالة علنية فما زال بإمكانكم القبول هنا.
invited-shown = كيف ستظهرون
invited-answer = جوابكم
invited-change = غيّروا بياناتكم
invited-correct = صححوا ما ليس صحيحًا.
invited-name-hint = يظهر علنًا منذ إطلاق الرسالة.
invited-website-hint = يظهر علنًا منذ إطلاق الرسالة.
invited-email-unknown = ليس معروفًا هنا بعد. لا يُعرض أبدًا، ويُختم بحيث لا يفتحه إلا المنظمون.
invited-email-deleted = حُذف عنوانكم عندما اعتذرتم. لا يُعرض أبدًا، ويُختم بحيث لا يفتحه إلا المنظمون.
invited-email-sealed = تغيّرت مفاتيح المنظمين، ولا أحد هنا يستطيع قراءة العنوان الذي أعطيتموه. لا يُعرض أبدًا، ويُختم بحيث لا يفتحه إلا المنظمون.
invited-sealed-elsewhere = تغيّرت مفاتيح المنظمين منذ قبولكم. نرجو أن تعطوا عنوانكم مرة أخرى أدناه وتحفظوا، كي يستطيعوا مراسلتكم. وجوابكم قائم على كل حال.
invited-earlier-text = تغيّر النص بعد أن قبلتم. يبقى توقيعكم على النسخة التي قرأتموها، وأحدث نسخة معروضة أدناه. إن كنتم توافقون عليها فاحفظوا بياناتكم مرة أخرى.
invited-logo-later = بعد القبول يمكنكم إضافة شعار.
invited-means = القبول يعني النشر بصفة موقّع مؤسس منذ اللحظة التي تصبح فيها الرسالة علنية. ويُختم عنوانكم بحيث لا يفتحه إلا المنظمون.
invited-seen = وحتى ذلك الحين لا يطّلع على التوقيع المقبول سوى المنظمين ومن يمنحونه من الصحفيين والشركاء معاينة خاصة.
invited-accept = أقبل وأوقّع
invited-save = احفظ التغييرات
invited-decline-what = إن اعتذرتم يُحذف عنوانكم هنا.
invited-decline = أعتذر
invited-take-back = أتراجع وأعتذر

refusal-not-ready = لا يمكن دعوة أحد بعد
refusal-what-not-ready = يلزم قبل ذلك نص معتمد للتوقيع ومفاتيح مجرَّبة لجهات الاتصال. لم يُفعل شيء.
refusal-answered = لقد أجاب هذا الموقّع المؤسس
refusal-what-answered = لديه رابط يمكنه به تغيير إجابته حتى الإطلاق؛ ورابط ثانٍ سيكون طريقًا آخر إلى توقيعه. لم يُنشأ أي رابط.
refusal-launched = أُطلقت الرسالة
refusal-what-launched = لا يمكن تغيير ما يسبق الإطلاق بعد الآن. لم يُفعل شيء.
refusal-invited-later = لا يمكن فتح هذه الدعوة الآن
refusal-what-invited-later = ينقص على الخادم شيء لا يعيده إلا من يديره. ما أجبتم به قائم، ورابطكم صالح: حاولوا لاحقًا، أو أخبروا من دعاكم.
refusal-founders-key = لا يمكن قراءة المؤسسين
refusal-what-founders-key = المفتاح الذي حُفظت تحته بيانات مؤسسي هذه الرسالة مفقود أو تالف على الخادم. لم يُفعل شيء. يكتب من يدير الخادم هناك «undersigned doctor» فيبيّن أي ملف يجب إعادته.

trail-founders-listed = أضاف إلى قائمة الموقّعين المؤسسين
trail-signatories-imported = أحضر تواقيع مؤسسين من ملفات
trail-spreadsheet-brought = أحضر جدولًا بموقّعين مؤسسين
trail-spreadsheet-mapped = بيّن ما في أعمدة جدول
trail-spreadsheet-imported = طلب استيراد جدول
trail-spreadsheet-told-apart = بيّن أي أسطر جدول تذكر أشخاصًا آخرين بالاسم نفسه
trail-spreadsheet-discarded = تخلّص من جدول
trail-founders-invited = دعا موقّعين مؤسسين
trail-founders-reminded = ذكّر موقّعين مؤسسين
trail-founder-removed = أزال موقّعًا مؤسسًا من القائمة
trail-statement-refused = ترك تصريح موقّع مؤسس
trail-founder-link-made = أنشأ رابطًا ليُسلَّم إلى الموقّع المؤسس
trail-founder-name-approved = وافق على اسم آخر للموقّع المؤسس
trail-founder-asked-again = طلب جوابًا آخر من الموقّع المؤسس
trail-preview-made = أنشأ رابط معاينة لـ
trail-preview-revoked = ألغى رابط المعاينة لـ
trail-launch-scheduled = حدد الإطلاق في
trail-launch-cancelled = ألغى موعد الإطلاق
trail-launched = أطلق الرسالة

previews-title = معاينات للصحافة والشركاء
previews-lead = يعرض الرابط الخاص الرسالة بكل لغة ومن يؤسسها حتى الآن، تحت الحظر، ولا شيء غير ذلك. أنشئوا رابطًا لكل شخص لتلغوه وحده وتروا متى استُعمل.
previews-made = الرابط المخصص لـ { $name }
previews-once = يُعرض هذه المرة فقط. من يملكه يستطيع قراءة الرسالة حتى تلغوه.
previews-make = إنشاء رابط
previews-name = لمن
previews-name-hint = لا يراه إلا المنظمون.
previews-submit = أنشئ الرابط
previews-list = الروابط
previews-none = لا توجد روابط.
previews-revoke = ألغِ
preview-used = أُنشئ { $made }، واستُعمل آخر مرة { $used }
preview-unused = أُنشئ { $made }، ولم يُستعمل بعد
preview-tab = تحت الحظر
preview-until = تحت الحظر حتى { $date }، { $hour } بالتوقيت العالمي.
preview-embargo = تحت الحظر حتى الإطلاق؛ ولم تُحدد الدقيقة بعد.
preview-personal = أُعدت هذه الصفحة لكم وحدكم. نرجو عدم تمرير عنوانها.
preview-no-text = لم يُعتمد أي نص بعد.
preview-founders = { $count ->
    [0] لم يوقّع أحد بعد، حتى { $date }، { $hour } بالتوقيت العالمي.
    [one] توقيع واحد حتى الآن، { $date }، { $hour } بالتوقيت العالمي.
   *[other] عدد التواقيع حتى الآن: { $count }، { $date }، { $hour } بالتوقيت العالمي.
}

launch-title = الإطلاق
launch-lead = عند الإطلاق تصبح الرسالة وسجلها وكل تواقيع المؤسسين علنية في لحظة واحدة.
launch-done = أُطلقت الرسالة.
launch-set = متى
launch-scheduled = { $date }، { $time } في { $zone } ‏({ $offset })، أي { $at }. حدده { $who }.
launch-failed = لم تُطلق في دقيقتها:
launch-cancel = ألغِ الموعد
launch-checklist = قائمة التحقق
launch-names = إن حصلت الرسالة على اسم مضيف خاص بها: سجلات الشهادات علنية وتُظهر كل اسم منذ لحظة إصدار شهادة له. تحت الحظر استعملوا اسمًا لا يدل على شيء، أو شهادة لكل أسماء النطاق.
launch-at = الإطلاق في دقيقة محددة
launch-at-what = تُطلق من تلقاء نفسها، حتى إن عاد الخادم بعد تلك الدقيقة. وحتى ذلك الحين يمكنكم نقل الموعد أو إلغاؤه. وإن نقص شيء لازم في تلك الدقيقة فلا تُطلق، وتقول هذه الصفحة ما هو.
launch-date = التاريخ
launch-time = الساعة
launch-zone = المنطقة الزمنية
launch-which = تتأخر الساعات حينها ويأتي هذا الوقت مرتين. أيهما؟
launch-schedule = حدد الإطلاق
launch-no-zone = اختاروا منطقة زمنية من القائمة.
launch-no-time = اكتبوا تاريخًا وساعة.
launch-past = انقضى هذا الوقت. للإطلاق فورًا استعملوا الزر أدناه.
launch-stale = حدّد شخص آخر موعد الإطلاق أو ألغاه في هذه الأثناء. انظر ما هو محدد الآن، ثم أرسل ما تريده من جديد.
launch-skipped = تتقدم الساعات حينها ولا وجود لهذا الوقت. التالي هو { $date }، { $time }.
launch-twice = تتأخر الساعات حينها ويأتي هذا الوقت مرتين. اختاروا أدناه أيهما.
launch-now = أطلق الآن
launch-now-sure = لتكن الرسالة علنية الآن. لا رجوع عن ذلك.
launch-now-unsure = ضعوا علامة هنا إن كان على الرسالة أن تصبح علنية الآن.
launch-not-ready = ينقص شيء لازم: انظروا قائمة التحقق.
check-holds = تم.
check-lacks = لازم:
check-open = مفتوح:
check-mend = اعتنِ به
check-text-ok = يوجد نص معتمد للتوقيع.
check-text-not = لا يوجد نص معتمد للتوقيع.
check-languages-ok = لكل لغة معروضة نص: { $languages }.
check-languages-not = لغات معروضة بلا نص معتمد: { $languages }.
check-recipients-ok = { $all ->
    [one] جُرِّب المفتاح الوحيد لجهات الاتصال.
   *[other] جُرِّبت كل مفاتيح جهات الاتصال: { $all }.
}
check-recipients-not = جُرِّب { $some } من { $all } من مفاتيح جهات الاتصال. وبدونها جميعًا قد تُختم البيانات لمفتاح مفقود.
check-spare-key-ok = أكثر من مفتاح يفتح جهات الاتصال. إن ضاعت كلها ضاعت جهات الاتصال إلى الأبد.
check-spare-key-not = مفتاح واحد فقط يفتح جهات الاتصال. إن ضاع ضاعت إلى الأبد ولا يستطيع أحد استعادتها: أضف مفتاحًا آخر يحفظه شخص آخر.
check-spare-owner-ok = للرسالة أكثر من مالك.
check-spare-owner-not = للرسالة مالك واحد فقط. يستطيع مالك ثانٍ أن يعيده إليها.
check-released-ok = المكتوب هو ما سيوقّعه الناس.
check-released-not = كُتب شيء منذ آخر نشر للنص. سيوقّع الناس ما نُشر.
check-organizers-ok = مذكور من ينظّم الرسالة.
check-organizers-not = لم يُذكر من ينظّم الرسالة. يريد الموقّعون أن يعرفوا من يحفظ عناوينهم.
check-watched-ok = { $some ->
    [zero] لا أسطر في قائمة المراقبة.
    [one] سطر واحد في قائمة المراقبة.
    [two] سطران في قائمة المراقبة.
    [few] { $some } أسطر في قائمة المراقبة.
    [many] { $some } سطرًا في قائمة المراقبة.
   *[other] { $some } سطر في قائمة المراقبة.
}
check-watched-not = لا اسم مراقب. من يوقّع باسم مشهور يظهر للناس فورًا.
check-dates-ok = يوم الإغلاق وتاريخ الحفظ محددان.
check-dates-not = يوم الإغلاق أو تاريخ الحفظ ناقص أو منقضٍ.
check-host-ok = سيحمل السجل اسم هذا الموقع.
check-host-not = سيحمل السجل اسم موقع آخر إلى الأبد. أنشئوا الرسالة من جديد على موقعها.
check-record-ok = لا يوجد سجل لها بعد.
check-record-not = ربما أُطلقت بعد حفظ قاعدة البيانات هذه. على من يدير الخادم استعادة سجلها أولًا.
check-invited-ok = كل من في القائمة مدعو.
check-invited-not = في قائمة المؤسسين من لم يُدعَ: { $some }.
check-invited-nobody = ليس في قائمة المؤسسين أحد. يمكن إطلاق الرسالة من دونهم.
check-invited-refused = في قائمة المؤسسين من رفض خادم بريده الدعوة: { $some }. ابحثوا عن عنوان آخر، أو أنشئوا رابطًا لتسليمه.
check-answered-ok = أجاب كل المدعوين.
check-answered-not = أجاب { $some } من { $all } من المؤسسين. ومن لم يجب لا يكون بين الموقّعين.
check-names-ok = لا قبول ينتظر بسبب اسمه.
check-names-not = عدد الموقّعين المؤسسين الذين قبلوا باسم غير المدرج أو باسم من قائمة المراقبة: { $some }. ما دام لم يُقرَّر في أمرهم فليسوا بين الموقّعين.
check-statements-ok = بُتّ في كل تصريحات المؤسسين.
check-statements-not = تصريحات مؤسسين تنتظر القراءة: { $some }. وستنتظر بعد الإطلاق أيضًا.
check-logos-ok = بُتّ في كل شعارات المؤسسين.
check-logos-not = شعارات مؤسسين تنتظر النظر: { $some }. وستنتظر بعد الإطلاق أيضًا.
check-sealed-ok = كل بيانات اتصال المؤسسين مختومة لمفاتيح اليوم.
check-sealed-not = بيانات اتصال مؤسسين مختومة لمفاتيح غير مفاتيح اليوم: { $some }. من ليس عنده إلا أحد مفاتيح اليوم قد لا يفتحها.
check-earlier-ok = كل موقّع مؤسس قبِل إنما قبِل أحدث نص.
check-earlier-not = عدد الموقّعين المؤسسين الذين قبِلوا نسخة سابقة من النص: { $some }. تبقى توقيعاتهم على النسخة التي قرؤوها.
check-founders-key-ok = ما يُعرف عن المؤسسين مقروء.
check-founders-key-not = ما يُعرف عن المؤسسين لا يمكن قراءته: مفتاحهم مفقود أو تالف على الخادم. يبيّن «undersigned doctor» لمن يدير الخادم أي ملف يجب إعادته. ومن دونه لا تنتقل إلى الإطلاق التصريحات المنتظرة ولا الشعارات.
check-mail-ok = البريد يعمل: قبِل خادم بريد دعوة { $at }.
check-mail-not = لم يقبل أي خادم بريد دعوة بعد، فلا أحد يعلم أن البريد يعمل.
check-own-host-ok = اسم المضيف الخاص بالرسالة يقود إلى هنا.
check-own-host-elsewhere = اسم المضيف الخاص بالرسالة يقود إلى عنوان غير عنوان هذا الموقع، أو إلى عناوين أخرى أيضًا.
check-own-host-nowhere = اسم المضيف الخاص بالرسالة لا يقود إلى أي مكان بعد.
check-own-host-unclear = لم يتسنَّ الآن معرفة إلى أين يقود اسم المضيف الخاص بالرسالة. افتحوا هذه الصفحة من جديد بعد دقيقة.
check-doctor-ok = لم يجد آخر فحص للخادم، { $at }، أي خلل.
check-doctor-never = لم يُفحص الخادم بعد. على من يديره أن يكتب عليه ”undersigned doctor“، وهو يبيّن كيف يُصلَح الخلل (docs/OPERATING.md، القسم ”Doctor“).
check-doctor-old = مضى على آخر فحص للخادم، { $at }، أكثر من أسبوع. على من يديره أن يكتب عليه ”undersigned doctor“ (docs/OPERATING.md، القسم ”Doctor“).
check-doctor-wrong = { $some ->
    [one] وجد آخر فحص للخادم، { $at }، خللًا واحدًا: { $parts }. ويبيّن ”undersigned doctor“ لمن يدير الخادم كيف يُصلَح (docs/OPERATING.md، القسم ”Doctor“).
   *[other] وجد آخر فحص للخادم، { $at }، خللًا في { $some }: { $parts }. ويبيّن ”undersigned doctor“ لمن يدير الخادم كيف يُصلَح ذلك (docs/OPERATING.md، القسم ”Doctor“).
}
check-doctor-unchecked = لم يستطع آخر فحص للخادم، { $at }، أن يرى: { $parts }. ويبيّن ”undersigned doctor“ لمن يدير الخادم السبب (docs/OPERATING.md، القسم ”Doctor“).
doctor-database = قاعدة البيانات
doctor-record = السجل
doctor-keys = المفاتيح
doctor-disk = القرص
doctor-backups = النسخ الاحتياطية
doctor-clock = الساعة
doctor-name-servers = خوادم الأسماء
doctor-site = الموقع وTLS
doctor-mail-server = خادم البريد
doctor-spf = SPF
doctor-dkim = DKIM
doctor-dmarc = DMARC
doctor-reverse-dns = DNS العكسي
doctor-mx = البريد المرتد (MX)
doctor-test-mail = بريد التجربة
launch-missing-launched = أُطلقت الرسالة من قبل.
launch-missing-text = لا يوجد نص معتمد للتوقيع.
launch-missing-languages = لغة معروضة بلا نص معتمد.
launch-missing-recipients = لا توجد مفاتيح لجهات الاتصال.
launch-missing-tests = لم تُجرَّب كل مفاتيح جهات الاتصال.
launch-missing-dates = يوم الإغلاق أو تاريخ الحفظ ناقص.
launch-missing-closing = انقضى يوم الإغلاق.
launch-missing-host = سيحمل السجل اسم موقع آخر.
launch-missing-record = ربما أُطلقت بعد حفظ قاعدة البيانات هذه.
launch-missing-founders-key = لا يمكن قراءة تصريحات مؤسسين أو شعاراتهم: مفتاحهم مفقود أو تالف على الخادم.
