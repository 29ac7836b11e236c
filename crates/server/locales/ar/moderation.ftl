# What waits for a moderator.

trail-approved = وافق على
trail-rejected = رفض
trail-signature-removed = أزال توقيعًا، القيد
trail-statement-approved = نشر تصريحًا
trail-statement-rejected = رفض تصريحًا
trail-statement-featured = أبرز تصريحًا
trail-statement-unfeatured = ألغى إبراز تصريح

held-title = توقيعات تنتظر
held-none = لا شيء ينتظر.
held-unproven = محجوز: البريد ليس على نطاق المنظمة.
held-watched = محجوز: يذكر اسمًا من قائمة المراقبة.
held-corrects = يصحح توقيعًا قائمًا.
held-since = ينتظر منذ { $at }.
held-marked = كل ما تم تحديده
held-count = توقيعات تنتظر: { $count }
moderation-approve = موافقة
moderation-reject = رفض
moderation-reason = السبب
moderation-decided = تم البت في: { $done }. لم يعد ينتظر، لأن غيرك بتّ فيه أو سُحب، أو لأن بريده يحمل أقصى عدد من التوقيعات: { $gone }.
statements-title = تصريحات تنتظر
statements-public = تصريحات منشورة
statements-feature = إبراز في صفحة الرسالة
statements-unfeature = إزالة من صفحة الرسالة
statements-count = تصريحات تنتظر: { $count }
removal-title = إزالة توقيع
removal-what = يختفي الاسم من كل الصفحات فورًا. ما يبقى في السجل إلى الأبد لا يحوي اسمًا: قيد التوقيع، وقيد يقول إنه أزيل ولماذا. ولا يمكن استرجاع نسخ صنعها آخرون.
removal-remove = إزالة نهائية
removal-entry = القيد { $index }
reason-forged = وقّع شخص آخر بهذا الاسم
reason-repeated = وقّع الموقّع نفسه من قبل
reason-abusive = استُعمل للإهانة أو الإعلان
reason-unlawful = يقتضيه القانون
reason-mistaken = سُجل خطأً
