# قائمة الموقّعين، وتوقيع واحد، والأنواع والمستويات.

roll-title = الموقّعون
roll-kind = الصفة
roll-kind-all = الجميع
roll-country = البلد
roll-country-all = كل البلدان
roll-search = يبدأ الاسم بـ
roll-submit = عرض
roll-empty = لا أحد يطابق ذلك. ربما يفيد هجاء آخر.
roll-further = لا أحد يطابق ذلك حتى الآن. الصفحة التالية تتابع البحث.
roll-cut = كلمات كثيرة تبدأ هكذا ولم يُبحث عنها كلها. كلما زادت الحروف زادت النتائج.
roll-col-name = الاسم
roll-col-country = البلد
roll-col-level = مستوى الإثبات
roll-col-date = تاريخ التوقيع
roll-pages = صفحات القائمة
roll-first = الصفحة الأولى
roll-next = الصفحة التالية
country-unsaid = لم يُذكر

kind-individual = فرد
kind-organization = منظمة
kind-company = شركة
kinds-individual = أفراد
kinds-organization = منظمات
kinds-company = شركات
signatory-count = توقيع آخر دون اسم

signed-as-individual = فرد وقّع
signed-as-organization = منظمة وقّعت
signed-as-company = شركة وقّعت
signed-as-founding-individual = فرد من أول الموقّعين، بدعوة
signed-as-founding-organization = منظمة من أول الموقّعين، بدعوة
signed-as-founding-company = شركة من أول الموقّعين، بدعوة
on-hour = { $date }، خلال الساعة التي تبدأ في { $hour } بالتوقيت العالمي

levels-title = معنى مستويات الإثبات
level-mailbox = مؤكَّد بالبريد
level-what-mailbox = أكّد التوقيع من يقرأ صندوق البريد. وإجابة صندوق بريد لا تثبت هوية الشخص.
level-domain = مؤكَّد من نطاقه الخاص
level-what-domain = صندوق البريد الذي أكّد تابع لنطاق الموقّع نفسه على الإنترنت.
level-dns = مؤكَّد في سجلات نطاقه
level-what-dns = وضع القائم على نطاق الموقّع علامة لهذه الرسالة في سجلاته العامة (DNS).
level-well-known = مؤكَّد على موقعه
level-what-well-known = وضع القائم على موقع الموقّع ملفًا لهذه الرسالة هناك.
level-checked = وكانت هناك في { $date }.
level-invited = بدعوة
level-what-invited = دعا المنظّمون الموقّع باسمه قبل نشر الرسالة، فقبل.
level-vouched = بكفالة
level-what-vouched = يكفل أحد المنظّمين الموقّع.
level-vouched-note = كيف يعرفون ذلك، كما قالوا في { $date }: «<bdi lang="{ $lang }">{ $note }</bdi>».
level-since = في السجل منذ { $date }.
level-mailbox-at = صندوق بريد على <bdi dir="ltr">{ $domain }</bdi>
level-and-mailbox-at = { $level }، وصندوق بريد على <bdi dir="ltr">{ $domain }</bdi>
mailbox-at-title = صندوق بريد على نطاق
mailbox-at-means = اختار الموقّع إظهار نطاق صندوق البريد الذي أكّد، دعمًا لجهة انتماء. وهو يقول إن الصندوق هناك، لا صفة الشخص هناك. ومستوى الإثبات هو نفسه من دونه.
mailbox-at-what = صندوق البريد الذي أكّد هذا التوقيع، وهو في السجل منذ { $date }، على هذا النطاق؛ واختار الموقّع إظهاره. ولا يقول ما صفة الشخص هناك.

signature-text = النسخة { $version }، <bdi lang="{ $tag }">{ $language }</bdi>
signature-text-bytes = يعطي الرابط بايتاته بعينها، وبصمتها (SHA-256) هي
signature-check = التحقق منه
signature-check-how = هذا التوقيع قيد في سجل عام لا يستطيع أحد تغييره دون أن يُكتشف ذلك.
signature-check-link = كيف يُتحقَّق من العدد
signature-receipt = تنزيل إثبات هذا القيد
signature-yours = إن كان هذا توقيعكم، فالرابط الذي في بريدكم يصحّحه أو يخفي اسمه أو يسحبه. وإن ضاعت الرسالة البريدية، فبالتوقيع من جديد بالاسم نفسه والعنوان نفسه يصل رابط جديد.
