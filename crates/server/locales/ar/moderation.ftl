# What waits for a moderator.

trail-approved = وافق على
trail-rejected = رفض
trail-signature-removed = أزال توقيعًا، القيد
trail-statement-approved = نشر تصريحًا
trail-statement-rejected = رفض تصريحًا
trail-statement-featured = أبرز تصريحًا
trail-statement-unfeatured = ألغى إبراز تصريح
