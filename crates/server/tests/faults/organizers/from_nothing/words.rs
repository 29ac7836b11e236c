//! An invented letter in three languages, and the invented people who sign it first.

/// The letter's title in the language that it is written in.
pub(super) const TITLE: &str = "Let Our Rivers Live";

/// The demands' short names, in their order.
pub(super) const DEMANDS: [&str; 3] = ["clean-water", "room-to-flow", "open-data"];

/// What is typed of a letter in one language.
pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) to: &'static str,
    pub(super) from: &'static str,
    pub(super) description: &'static str,
    pub(super) briefs: [&'static str; 3],
    pub(super) markdown: &'static str,
}

pub(super) const ENGLISH: Words = Words {
    title: TITLE,
    to: "To the governments of the river states",
    from: "people and organizations who live along the rivers",
    description: "An open letter for clean, free and healthy rivers.",
    briefs: [
        "No untreated waste water in any river by 2030.",
        "Take down the dams that nobody needs any more.",
        "Publish every day what is measured in the water.",
    ],
    markdown: "A river knows no borders. What one town pours in, the next one drinks.

We live and work along these rivers. We have watched them turn brown, then quiet, then empty. It \
need not stay so: where people acted, the otters were back within ten years.

We ask three things of you.

### Clean water {#clean-water}

Every town and every factory treats its waste water before it reaches a river. Help those who \
cannot pay for it, and hold those to account who can.

### Room to flow {#room-to-flow}

Thousands of dams serve nobody any more. Take them down, and let fish and sand pass again.

### Open data {#open-data}

What is measured in the water belongs to everybody who drinks it. Publish it on the same day, in a \
form that anybody can read.",
};

pub(super) const SPANISH: Words = Words {
    title: "Que vivan nuestros ríos",
    to: "A los gobiernos de los países ribereños",
    from: "personas y organizaciones que viven a orillas de los ríos",
    description: "Una carta abierta por unos ríos limpios, libres y sanos.",
    briefs: [
        "Ningún vertido sin depurar en los ríos para 2030.",
        "Retirar las presas que ya nadie necesita.",
        "Publicar cada día lo que se mide en el agua.",
    ],
    markdown: "Un río no conoce fronteras. Lo que un pueblo vierte, lo bebe el siguiente.

Vivimos y trabajamos a orillas de estos ríos. Los hemos visto volverse turbios, luego mudos, luego \
vacíos. No tiene por qué seguir así: donde la gente actuó, las nutrias volvieron en diez años.

Les pedimos tres cosas.

### Agua limpia {#clean-water}

Que cada ciudad y cada fábrica depure sus aguas residuales antes de que lleguen a un río. Ayuden a \
quien no puede pagarlo y exijan cuentas a quien sí puede.

### Espacio para fluir {#room-to-flow}

Miles de presas ya no sirven a nadie. Retírenlas, y que vuelvan a pasar los peces y la arena.

### Datos abiertos {#open-data}

Lo que se mide en el agua pertenece a quienes la beben. Publíquenlo el mismo día, de forma que \
cualquiera pueda leerlo.",
};

pub(super) const ARABIC: Words = Words {
    title: "دعوا أنهارنا تحيا",
    to: "إلى حكومات الدول النهرية",
    from: "أفراد ومنظمات يعيشون على ضفاف الأنهار",
    description: "رسالة مفتوحة من أجل أنهار نظيفة وحرة وسليمة.",
    briefs: [
        "لا مياه صرف غير معالجة في أي نهر بحلول عام 2030.",
        "إزالة السدود التي لم يعد أحد بحاجة إليها.",
        "نشر ما يُقاس في المياه كل يوم.",
    ],
    markdown: "النهر لا يعرف الحدود. ما تصبه مدينة تشربه المدينة التي تليها.

نعيش ونعمل على ضفاف هذه الأنهار. رأيناها تتعكر، ثم تصمت، ثم تخلو. ولا يلزم أن يبقى الأمر كذلك: \
فحيثما تحرك الناس عادت ثعالب الماء خلال عشر سنوات.

نطلب منكم ثلاثة أمور.

### مياه نظيفة {#clean-water}

أن تعالج كل مدينة وكل مصنع مياه الصرف قبل أن تصل إلى النهر. ساعدوا من لا يستطيع تحمل التكلفة، \
وحاسبوا من يستطيع.

### مجال للجريان {#room-to-flow}

آلاف السدود لم تعد تنفع أحدًا. أزيلوها، ولتعبر الأسماك والرمال من جديد.

### بيانات مفتوحة {#open-data}

ما يُقاس في المياه ملك لكل من يشربها. انشروه في اليوم نفسه، بصيغة يستطيع أي شخص قراءتها.",
};

/// Those who are asked first, as a table: kind, name, country, e-mail, language, contact.
pub(super) const SHEET: &str = "\
Type\tName\tCountry\tE-mail\tLanguage\tContact
organization\tAlpine Otter Trust\tAustria\tdesk@otter-trust.example\t\tLena Brandl
organization\tAsociación Agua Viva\tSpain\thola@agua-viva.example\tes\tMarta Rey
organization\tDelta Watch\tNetherlands\tdesk@delta-watch.example\t\tSanne Bos
organization\tFundación Orilla\tArgentina\tcorreo@orilla.example\tes\tJulián Paz
organization\tLes Amis de la Loutre\tFrance\tbureau@loutre.example\tfr\tClaire Morel
organization\tNile Valley Fishers\tEgypt\tdesk@nile-fishers.example\tar\tMona Fathy
organization\tZambezi River Forum\tZambia\tdesk@zambezi-forum.example\t\tGrace Banda
organization\tMekong Mothers\tThailand\tdesk@mekong-mothers.example\t\tMali Suksai
organization\tStiftung Freier Fluss\tGermany\tpost@freier-fluss.example\t\tJonas Ebner
company\tKlarwasser GmbH\tGermany\tpost@klarwasser.example\t\tHeike Lorenz
company\tBrook & Daughters Ltd\tIreland\tdesk@brook.example\t\tNiamh Brook
company\tPapeterie du Canal\tBelgium\tbureau@papeterie.example\tfr\tLuc Maes
individual\tDr Anneke de Wit\tNetherlands\tanneke@dewit.example\t\t
individual\tOluwaseun Adeyemi\tNigeria\toluwaseun@adeyemi.example\t\t
individual\tPriya Raman\tIndia\tpriya@raman.example\t\t
individual\tJosé Luis Cárdenas\tMexico\tjoseluis@cardenas.example\tes\t
individual\tMarie-Claire Aubert\tCanada\tmarieclaire@aubert.example\tfr\t
individual\tYusuf Karaca\tGermany\tyusuf@karaca.example\t\t
individual\tTomasz Wiśniewski\tPoland\ttomasz@wisniewski.example\t\t
individual\tHana Kovářová\tAustria\thana@kovarova.example\t\t
organization\tLakeside Rowing Club\tSwitzerland\tnot known yet\t\tUrs Frei
organization\tasociación agua viva\tSpain\thola@agua-viva.example\tes\tMarta Rey";
