using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>Words that sound like a promise nobody can keep, by language and by what they promise.</summary>
internal static partial class Promises
{
    /// <summary>"Nobody can promise" is what texts do say, so single words are not here. A "#" stands for any figure.</summary>
    private static readonly FrozenDictionary<Locale, ImmutableArray<(string What, string Words)>> Lists = new Dictionary<Locale, (string What, string[] Words)[]>
    {
        [Locale.English] =
        [
            ("something", ["we promise", "we guarantee", "is guaranteed", "are guaranteed", "you will surely", "you will definitely", "you will certainly"]),
            ("a place", ["you will be accepted", "you will be resettled", "you will get asylum", "you will get a visa", "you will get a flat", "you will get your papers", "you will be allowed to stay"]),
            ("a date", ["you will leave on", "you will travel on", "you will leave within", "you will travel within", "you will have an answer within", "it will take only # days", "it will take only # weeks"]),
            ("a sum", ["you will get # euro", "you will get # dollars", "you will receive # euro", "you will receive # dollars", "we will pay you", "we will give you money"]),
        ],
        [Locale.French] =
        [
            ("something", ["nous promettons", "nous vous promettons", "nous garantissons", "est garanti", "est garantie", "vous obtiendrez certainement"]),
            ("a place", ["vous serez accepté", "vous serez acceptée", "vous serez réinstallé", "vous obtiendrez l'asile", "vous aurez un visa", "vous aurez un logement", "vous aurez vos papiers", "vous pourrez rester sûrement"]),
            ("a date", ["vous partirez le", "vous voyagerez le", "vous partirez dans # jours", "vous aurez une réponse dans # jours", "cela prendra seulement # jours"]),
            ("a sum", ["vous recevrez # euros", "vous toucherez # euros", "nous vous paierons", "nous vous donnerons de l'argent"]),
        ],
        [Locale.Spanish] =
        [
            ("something", ["prometemos", "le prometemos", "garantizamos", "está garantizado", "está garantizada", "seguro que recibirá"]),
            ("a place", ["seguro que te aceptan", "será aceptado", "será aceptada", "será reasentado", "obtendrá el asilo", "tendrá un visado", "tendrá una vivienda", "tendrá sus papeles"]),
            ("a date", ["usted viajará el", "saldrá el día", "viajará en # días", "tendrá una respuesta en # días", "tardará solo # días"]),
            ("a sum", ["recibirá # euros", "recibirá # dólares", "le pagaremos", "le daremos dinero"]),
        ],
        [Locale.Arabic] =
        [
            ("something", ["نعدكم", "نعدك", "نضمن لكم", "نضمن لك", "بالتأكيد ستحصلون", "بالتأكيد ستحصل"]),
            ("a place", ["سيتم قبولكم", "سيتم قبولك", "ستحصل على اللجوء", "ستحصلون على اللجوء", "ستحصل على تأشيرة", "ستحصل على سكن", "سيعاد توطينك", "ستحصل على أوراقك"]),
            ("a date", ["ستسافر في يوم", "ستسافر خلال # أيام", "ستحصل على جواب خلال # أيام", "سيستغرق فقط # أيام"]),
            ("a sum", ["ستحصل على # يورو", "ستحصل على # دولار", "سندفع لك", "سنعطيك المال"]),
        ],
        [Locale.Persian] =
        [
            ("something", ["قول می‌دهیم", "تضمین می‌کنیم", "حتماً دریافت می‌کنید", "حتماً می‌گیرید"]),
            ("a place", ["حتماً پذیرفته می‌شوید", "پناهندگی می‌گیرید", "ویزا خواهید گرفت", "خانه خواهید گرفت", "اسکان مجدد خواهید شد"]),
            ("a date", ["سفر خواهید کرد در تاریخ", "تا # روز دیگر سفر می‌کنید", "تا # روز دیگر جواب می‌گیرید", "فقط # روز طول می‌کشد"]),
            ("a sum", ["# یورو خواهید گرفت", "# دلار خواهید گرفت", "به شما پول می‌پردازیم", "به شما پول خواهیم داد"]),
        ],
        [Locale.Ukrainian] =
        [
            ("something", ["ми обіцяємо", "ми гарантуємо", "гарантовано отримаєте", "напевно отримаєте"]),
            ("a place", ["вас обов'язково приймуть", "ви отримаєте притулок", "ви отримаєте візу", "ви отримаєте квартиру", "вас переселять", "вам дозволять залишитися"]),
            ("a date", ["ви поїдете через # днів", "ви вирушите", "ви отримаєте відповідь через # днів", "це займе лише # днів"]),
            ("a sum", ["ви отримаєте # євро", "ви отримаєте # доларів", "ми заплатимо вам", "ми дамо вам гроші"]),
        ],
        [Locale.Amharic] =
        [
            ("something", ["ቃል እንገባለን", "ዋስትና እንሰጣለን", "በእርግጠኝነት ያገኛሉ"]),
            ("a place", ["በእርግጠኝነት ይቀበሉዎታል", "ጥገኝነት ያገኛሉ", "ቪዛ ያገኛሉ", "ቤት ያገኛሉ"]),
            ("a date", ["በ # ቀናት ውስጥ ይጓዛሉ", "በ # ቀናት ውስጥ መልስ ያገኛሉ", "# ቀን ብቻ ይወስዳል"]),
            ("a sum", ["# ዩሮ ያገኛሉ", "# ዶላር ያገኛሉ", "ገንዘብ እንከፍልዎታለን", "ገንዘብ እንሰጥዎታለን"]),
        ],
        [Locale.Swahili] =
        [
            ("something", ["tunaahidi", "tunakuahidi", "tunahakikisha utapata", "hakika utapata"]),
            ("a place", ["utakubaliwa hakika", "utapata hifadhi", "utapata viza", "utapata nyumba", "utahamishiwa nchi"]),
            ("a date", ["utasafiri tarehe", "utasafiri ndani ya siku #", "utapata jibu ndani ya siku #", "itachukua siku # tu"]),
            ("a sum", ["utapata euro #", "utapata dola #", "tutakulipa", "tutakupa pesa"]),
        ],
    }.ToFrozenDictionary(p => p.Key, p => p.Value.SelectMany(l => l.Words.Select(w => (l.What, Folded(w)))).ToImmutableArray());

    /// <summary>What a text promises, and with which words.</summary>
    public static IEnumerable<(string What, string Words)> In(Locale locale, string text)
    {
        var folded = $" {Folded(text)} ";
        return Lists[locale].Where(l => folded.Contains($" {l.Words} ", StringComparison.Ordinal));
    }

    private static string Folded(string text) => Figure().Replace(Fold.Text(text.Replace('#', '0')), "0");

    /// <summary>Every language that has words of every kind.</summary>
    public static ILookup<Locale, string> Kinds => Lists.SelectMany(l => l.Value.Select(w => (l.Key, w.What))).ToLookup(p => p.Key, p => p.What);

    [GeneratedRegex("[0-9]+( [0-9]+)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Figure();
}
