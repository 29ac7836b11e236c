# الرسوم البيانية، وصفحة أرقام الرسالة.

chart-growth = التوقيعات بمرور الوقت
chart-table = على شكل جدول
chart-step-1 = اليوم
chart-step-7 = الأسبوع حتى
chart-step-28 = أربعة أسابيع حتى
chart-signed = جديدة
chart-left = سُحبت أو أُزيلت
chart-total = المجموع
chart-number = التوقيعات
chart-at-least = { $number } أو أكثر
chart-map-what = الحدود كما ترسمها Natural Earth، بحسب من يسيطر عليها، ولا تقول شيئًا عمّن ينبغي أن تكون له. البلدان الصغيرة نقاط.

figures-title = الأرقام
figures-what = تُعَدّ جملةً، يومًا بيوم، بالتوقيت العالمي. لا يُتتبَّع أحد: لا شيء هنا يميّز قارئًا أو موقّعًا من آخر.
figures-none = لا أرقام قبل فتح الرسالة.
figures-none-yet = لم يوقّع أحد بعد.
figures-kinds = بحسب النوع
figures-levels = بحسب مستوى الإثبات
figures-countries = بحسب البلد
figures-all-countries = عرضها كلها ({ $count })
figures-listed = في القائمة
figures-waiting = ما ينتظر المشرفين
figures-daily = يومًا بيوم
figures-forms = الاستمارات والرسائل الإلكترونية، آخر ١٤ يومًا
figures-rate = الاستمارات المرسلة حتى الآن: { $sent }؛ أُكِّد منها من صناديق بريدها: { $confirmed }، أي { $hundredths } من كل مئة.
figures-rate-what = ما لا يُؤكَّد أبدًا يُنسى بعد 48 ساعة. إذا قلّ المؤكِّدون فانظر هل تُرفض الرسائل أو تقع بين غير المرغوب فيها.
figures-sent = الاستمارات المرسلة
figures-confirmed = المؤكَّدة
figures-mailed = الرسائل المقبولة
figures-refused = الرسائل المرفوضة
figures-returned = الرسائل المرتدة
figures-lost = الرسائل الضائعة، آخر ٣٠ يومًا
figures-lost-what = بحسب رمز خادم البريد الذي رفضها: يعني 550 في الغالب أن صندوق البريد غير موجود، و552 أنه ممتلئ، و554 أن الرسالة غير مرغوب فيها، و450 أن أحدًا لم يقبلها أيامًا.
figures-code = الرمز
figures-mails = الرسائل
