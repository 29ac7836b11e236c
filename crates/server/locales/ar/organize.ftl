# صفحات المنظّمين: الدخول، رسائلهم، من يديرها، وما جرى.

organize-nav = للمنظّمين
organize-promise = تحفظ هذه الصفحات ملف ارتباط واحدًا لجلسة من سجّل الدخول، ولا تحمّل شيئًا من أي جهة أخرى. أما قرّاء الرسائل فلا يحصلون على أي منها.
organize-letters-title = رسائلك
organize-letters-none = ليست لك رسالة بعد. يستطيع مالك أي رسالة أن يدعوك إليها.
organize-public-page = الصفحة العامة
organize-tasks = ما ينبغي عمله
tasks-launch = حتى الإطلاق، خطوة بخطوة
tasks-signatures = التوقيعات وما يليها
organize-to-letters = إلى رسائلك
organize-sign-out = تسجيل الخروج
organize-at = { $date }، { $hour } بالتوقيت العالمي

stage-draft = قيد الإعداد: لا يراها إلا منظّموها.
stage-open = مفتوحة للتوقيع.
stage-closed = مغلقة.

role-owner = مالك
role-editor = محرّر
role-moderator = مراجع
role-press = صحافة
role-what-owner = يفعل كل شيء، ويقرّر ما يحق لغيره.
role-what-editor = يعتني بالنصوص وبالموقّعين المؤسسين.
role-what-moderator = يبتّ فيما ينتظر المراجعة.
role-what-press = يقرأ الأرقام، ويعطي الصحافة معاينات.

people-title = من يدير هذه الرسالة
people-name = الاسم
people-role = الدور
people-role-of = دور { $name }
people-change = تغيير الدور
people-remove = إزالة
people-link = إعطاء رابط جديد
people-link-what = هل فقد أحد كل مفاتيح مروره؟ أعطه رابطًا جديدًا بعد أن تتيقّن أنه هو: يقود إلى مفتاح مرور جديد، وتنتهي به جلساته المفتوحة، ويرى كل مالك لرسائله في «ما جرى» أنك أعطيته إياه.
people-revoke = إلغاء
people-invited = مدعو؛ يعمل الرابط حتى { $until }.
people-linked = أُعطي رابطًا جديدًا لمفتاح مرور؛ يعمل حتى { $until }.
roles-title = ما يتيحه كل دور
invite-title = دعوة شخص
invite-what = يعمل الرابط مرة واحدة خلال 48 ساعة، ويدخل من يفتحه أولًا.
invite-name = اسمه
invite-email = بريده الإلكتروني
invite-email-hint = يُرسل الرابط إليه. ومن دون عنوان يُعرض عليك لتسلّمه بنفسك.
invite-submit = دعوة
link-title = رابط لشخص واحد
link-what = سلّم هذا إلى { $name } بسرّية.
link-once = يُعرض هذه المرة فقط. يعمل مرة واحدة خلال 48 ساعة.
link-back = العودة إلى الرسالة

sign-in-title = تسجيل الدخول
sign-in-what = لمن يديرون رسالة. أما توقيع رسالة فلا يحتاج إلى حساب.
sign-in-button = الدخول بمفتاح مرور
sign-in-lost = لم يعد لدي مفتاح مرور
fresh-title = هل ما زلت أنت؟
fresh-what = ما أنت مقدم عليه يحتاج إلى مفتاح مرورك مرة أخرى.
fresh-button = إبراز مفتاحي والمتابعة
unsent-title = لم يُحفظ بعد
unsent-what = انتهت جلستكم. لم يُحفظ شيء، ولم يضع شيء مما كتبتموه: هو في هذه الصفحة وليس في مكان سواها. اتركوها مفتوحة.
unsent-what-anew = سجّلتم الدخول من جديد منذ فتح هذا النموذج. لم يُحفظ شيء بعد، ولم يضع شيء مما كتبتموه: أرسلوه مرة أخرى.
unsent-sign-in = تسجيل الدخول في نافذة أخرى
unsent-then = بعد تسجيل الدخول هناك، عودوا إلى هذه الصفحة وأرسلوه.
unsent-typed = ما كتبتموه
unsent-send = الإرسال من جديد
recovery-title = العودة برمز استعادة
recovery-what = اكتب الرمز الذي طبعته. يعمل مرة واحدة، ويقود إلى مفتاح مرور جديد.
recovery-label = رمز الاستعادة
recovery-wrong = هذا الرمز لا يعمل هنا. كل رمز يعمل مرة واحدة؛ قارنه بورقتك حرفًا حرفًا.
recovery-submit = متابعة
recovery-else = لا رمز لديك أيضًا؟ يستطيع من يدير هذا الخادم أن يعطيك رابطًا جديدًا.
deletion-title = حذف هذه الرسالة
deletion-what = يُحذف كل ما لهذه الرسالة، فورًا وإلى الأبد، عند كل من يديرها. ولا يستطيع أحد أن يعيدها.
deletion-lost = ما يُفقد
deletion-lost-languages = { $count ->
    [zero] لا نص
    [one] النص بلغة واحدة، ونسخه الأقدم
    [two] النص بلغتين، ونسخه الأقدم
    [few] النص بـ{ $count } لغات، ونسخه الأقدم
    [many] النص بـ{ $count } لغة، ونسخه الأقدم
   *[other] النص بـ{ $count } لغة، ونسخه الأقدم
}
deletion-lost-versions = { $count ->
    [zero] لا نسخ
    [one] نسخة واحدة فُتحت للتوقيع
    [two] نسختان فُتحتا للتوقيع
    [few] { $count } نسخ فُتحت للتوقيع
    [many] { $count } نسخة فُتحت للتوقيع
   *[other] { $count } نسخة فُتحت للتوقيع
}
deletion-lost-founders = { $count ->
    [zero] لا موقّعين مؤسسين
    [one] موقّع مؤسس واحد في القائمة؛ يتوقف رابطه ولا يخبره أحد
    [two] موقّعان مؤسسان في القائمة؛ يتوقف رابطاهما ولا يخبرهما أحد
    [few] { $count } موقّعين مؤسسين في القائمة؛ تتوقف روابطهم ولا يخبرهم أحد
    [many] { $count } موقّعًا مؤسسًا في القائمة؛ تتوقف روابطهم ولا يخبرهم أحد
   *[other] { $count } موقّع مؤسس في القائمة؛ تتوقف روابطهم ولا يخبرهم أحد
}
deletion-lost-accepted = { $count ->
    [zero] لا تواقيع
    [one] توقيع مؤسس واحد قَبِل، مع عنوانه
    [two] توقيعا مؤسسَين قَبِلا، مع عنوانيهما
    [few] تواقيع { $count } مؤسسين قَبِلوا، مع عناوينهم
    [many] تواقيع { $count } مؤسسًا قَبِلوا، مع عناوينهم
   *[other] تواقيع { $count } مؤسس قَبِلوا، مع عناوينهم
}
deletion-lost-spreadsheets = { $count ->
    [zero] لا جداول
    [one] جدول واحد
    [two] جدولان
    [few] { $count } جداول
    [many] { $count } جدولًا
   *[other] { $count } جدول
}
deletion-lost-previews = { $count ->
    [zero] لا روابط
    [one] رابط معاينة واحد
    [two] رابطا معاينة
    [few] { $count } روابط معاينة
    [many] { $count } رابط معاينة
   *[other] { $count } رابط معاينة
}
deletion-lost-keys = { $count ->
    [zero] لا مفاتيح
    [one] النصف العلني لمفتاح واحد تُختم به جهات اتصالها
    [two] النصفان العلنيان لمفتاحين تُختم بهما جهات اتصالها
    [few] الأنصاف العلنية لـ{ $count } مفاتيح تُختم بها جهات اتصالها
    [many] الأنصاف العلنية لـ{ $count } مفتاحًا تُختم بها جهات اتصالها
   *[other] الأنصاف العلنية لـ{ $count } مفتاح تُختم بها جهات اتصالها
}
deletion-lost-people = { $count ->
    [zero] لا أدوار
    [one] دور منظّم واحد، وقائمة ما جرى
    [two] دورا منظّمَين، وقائمة ما جرى
    [few] أدوار { $count } منظّمين، وقائمة ما جرى
    [many] أدوار { $count } منظّمًا، وقائمة ما جرى
   *[other] أدوار { $count } منظّم، وقائمة ما جرى
}
deletion-left = يبقى من يدير الخادم يرى أنك حذفتها، وكلمتها في العناوين. وتبقى في نسخة الخادم الاحتياطية إلى أن تُحذف؛ أما مفاتيحها فليست في أي نسخة احتياطية. والرسالة التي أُطلقت لا تُحذف.
deletion-word = لحذفها اكتب كلمتها في العناوين: { $word }
deletion-wrong = هذه ليست { $word }. لم يُحذف شيء.
deletion-button = احذفها إلى الأبد

invitation-title = أنت مدعو
invitation-letter = { $name }، أنت مدعو إلى إدارة الرسالة { $title }.
invitation-server = { $name }، أنت مدعو إلى إنشاء رسائل هنا.
invitation-recovers = { $name }، يمنحك هذا الرابط مفتاح مرور جديدًا، وتنتهي به كل جلساتك المفتوحة.
invitation-as-myself = القبول بالحساب المسجّل الآن
invitation-or-new = أو ابدأ حسابًا جديدًا
invitation-button = إنشاء مفتاح مرور والدخول
passkey-what = يحلّ مفتاح المرور محلّ كلمة السر. يبقى في هاتفك أو حاسوبك أو مفتاح أمان، ويُفتح ببصمتك أو وجهك أو رمزه. لا شيء عليك حفظه، ولا شيء يمكن سرقته من هذا الخادم.
passkey-name = اسم مفتاح المرور
passkey-name-hint = لتعرفه لاحقًا: «هاتفي»، «المفتاح الأزرق».
new-passkey-title = إضافة مفتاح مرور
ceremony-failed = لم ينجح ذلك. إما أُلغي أو طال، أو أن هذا المفتاح ليس من هنا. يمكنك المحاولة مرة أخرى؛ فإن فشل ثانية فأعد تحميل الصفحة.
ceremony-missing = لا مفاتيح مرور في هذا المتصفح. توجد في الإصدارات الحالية من Firefox وChrome وEdge وSafari حين يبدأ عنوان الموقع بـ https.
ceremony-no-script = تحتاج مفاتيح المرور إلى JavaScript في هذه الصفحة وحدها. وكل ما يفعله القرّاء والموقّعون يعمل من دونه.
place-elsewhere = ينتمي مفتاح المرور إلى اسم، وقد فُتحت هذه الصفحة باسم آخر. افتحها هنا:
place-nowhere = ينتمي مفتاح المرور إلى اسم خادم، وليس لهذا الخادم إلا عنوان شبكة. يستطيع من يديره أن يعطيه اسمًا.

account-title = دخولك
account-passkeys = مفاتيح المرور
account-used = آخر استخدام: { $at }
account-rename = تغيير الاسم
account-code = رمز الاستعادة
account-code-none = لا يوجد. برمز مطبوع تعود إذا فُقدت كل المفاتيح. أنشئ واحدًا الآن واحفظه حيث تحفظ أوراقك.
account-code-there = يوجد رمز. والرمز الجديد يحلّ محلّه.
account-code-make = إنشاء رمز استعادة
account-sessions = الجلسات المفتوحة
account-sessions-what = تنتهي الجلسة من تلقاء نفسها بعد اثنتي عشرة ساعة دون استخدام، وبعد أربعة عشر يومًا في كل حال.
account-this-session = (هذه)
account-session = منذ { $begun }، آخر استخدام { $seen }
account-end-session = إنهاؤها
recovery-code-title = رمز استعادتك
recovery-code-what = اطبع هذه الصفحة أو دوّن الرمز. من يملكه يستطيع الدخول باسمك.
recovery-code-where = يُكتب في
recovery-code-once = يُعرض هذه المرة فقط. والرمز السابق لم يعد يعمل.

trail-title = ما جرى
trail-what = كل ما فعله منظّمو هذه الرسالة. لا يذكر موقّعًا ولا عنوانًا.
trail-export = الكل في جدول (CSV)
trail-when = متى
trail-who = من
trail-did = ماذا
trail-operator = من يدير الخادم
trail-pages = أقدم
trail-older = الأقدم
trail-invited = دعوة
trail-invitation-revoked = إلغاء رابط
trail-joined = قبول دعوة
trail-role-changed = تغيير دور
trail-removed = إزالة
trail-making-taken = سحب الحق في إنشاء الرسائل من
trail-signed-in = تسجيل دخول
trail-signed-out = تسجيل خروج
trail-passkey-added = إضافة مفتاح مرور
trail-passkey-renamed = تغيير اسم مفتاح مرور
trail-passkey-removed = إزالة مفتاح مرور
trail-recovery-code-made = إنشاء رمز استعادة
trail-recovery-code-used = استخدام رمز استعادة
trail-recovered = منح رابط جديد
trail-session-ended = إنهاء جلسة
trail-trail-exported = تصدير هذه القائمة
trail-part-text = { $value }
trail-part-name = { $value }
trail-part-key = { $value }
trail-part-letter = { $value }
trail-part-translator = برابط { $value }
trail-part-role = بصفة: { $value }
trail-part-from = من قبل: { $value }
trail-part-to = الآن: { $value }
trail-part-number = رقم { $value }
trail-part-rule = بالقاعدة رقم { $value }
trail-part-entry = القيد { $value }
trail-part-count = العدد: { $value }
trail-part-version = النسخة { $value }
trail-part-revision = عودة إلى النسخة { $value }
trail-part-language = { $value }
trail-part-reason = السبب: { $value }
trail-part-setting = { $value }
trail-part-how = { $value }
trail-setting-languages = اللغات المتاحة
trail-setting-default = اللغة التي يُترجم منها
trail-setting-closing = آخر يوم للتوقيع
trail-setting-retention = اليوم الذي تُحفظ العناوين حتى حلوله
trail-setting-organizers = من يديرها
trail-setting-contact = أين يُكتب إليكم
trail-setting-privacy = كلماتكم عن الخصوصية
trail-setting-watched = الأسماء المراقَبة
trail-how-vouched = مع التزكية
trail-how-taken-away = أُزيل
trail-how-accepted = مع توقيعه
trail-how-remove = تزيل ما هو قائم
trail-how-approve = تقبل ما ينتظر
trail-how-reject = ترفض ما ينتظر

refusal-invitation = لم يعد هذا الرابط يعمل
refusal-what-invitation = يعمل مرة واحدة ولوقت قصير. إن كنت قد استخدمته فسجّل الدخول بمفتاح المرور الذي أنشأته، وإلا فاطلب غيره ممن دعاك.
refusal-passkey = لم يفتح مفتاح المرور
refusal-what-passkey = وصل جوابه متأخرًا أو مرتين، أو أنه لا يعود إلى أي منظّم هنا. لم يحدث شيء. عُد وحاول مرة أخرى.
refusal-foreign = لم يأت هذا من صفحتك
refusal-what-foreign = أُرسل النموذج من موقع آخر أو من صفحة لجلسة انتهت. لم يحدث شيء. أعد تحميل الصفحة وأرسله ثانية.
refusal-role = دورك لا يتيح ذلك
refusal-what-role = لم يحدث شيء. يستطيع مالك الرسالة أن يفعله أو أن يغيّر دورك.
refusal-last-owner = تحتفظ الرسالة بمالك
refusal-what-last-owner = هذا آخر مالكيها. عيّن مالكًا آخر أولًا.
refusal-reaches-further = هذا الحساب يستطيع أكثر من حسابك
refusal-what-reaches-further = يفتح الرابط الجديد كل ما يحق لصاحبه، هنا وفي سائر هذا الخادم، فلا يعطيه إلا من يحق له ذلك كله. لم يُفعل شيء. أزل هذا الشخص وادعه من جديد، أو اسأل من يدير الخادم.
refusal-last-passkey = هذا آخر سبيل لك إلى الدخول
refusal-what-last-passkey = أضف مفتاح مرور آخر أو أنشئ رمز استعادة أولًا.
refusal-no-host-name = ليس لهذا الخادم اسم
refusal-what-no-host-name = تنتمي مفاتيح المرور إلى اسم خادم، ولهذا الخادم عنوان شبكة فقط. يستطيع من يديره أن يغيّر ذلك.
refusal-name = لا يمكن استخدام هذا الاسم
refusal-what-name = سطر واحد من 80 حرفًا على الأكثر، فيه حرف وليس فيه عنوان موقع. لم يحدث شيء. عُد واكتب غيره.
refusal-address = هذا ليس عنوان بريد إلكتروني
refusal-what-address = لم يحدث شيء. عُد واكتبه ثانية، مثل name@example.org، أو اتركه فارغًا وسلّم الرابط بنفسك.

mail-invitation-sender = الدعوات
mail-invitation-subject = دعوة
mail-invitation-first = يدعو { $by } { $name } إلى المساعدة في إدارة رسالة مفتوحة على { $host }. إن لم تفعل شيئًا فلن يحدث شيء، ويتوقف الرابط عن العمل بعد { $hours } ساعة.
mail-invitation-open = يدخل بهذا الرابط، مرة واحدة، من يفتحه أولًا:
mail-invitation-button = فتح الدعوة
mail-invitation-not = إن كنت لا تعرف أحدًا بهذا الاسم فاحذف هذه الرسالة. لم تُذكر الرسالة المفتوحة هنا عمدًا.
