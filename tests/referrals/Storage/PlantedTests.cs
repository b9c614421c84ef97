using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Referrals.Storage;
using Outreach.Referrals.Sync;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests.Storage;

/// <summary>Two hundred values go in wherever words can go in; no file of the register and no file of a kiosk's spool shows one.</summary>
public sealed class PlantedTests : IDisposable
{
    private static readonly Actor.Staff Lena = new(new StaffId(4), StaffRole.ProtectionReviewer);
    private static readonly string[] Places = ["name", "area", "number", "own words", "answer", "note", "to the person", "from the person", "reason of a priority", "reason of a status"];

    private readonly TemporaryFolder _folder = new();
    private readonly KeyRing _keys = KeyRing.Fresh();

    public void Dispose()
    {
        _keys.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_register_shows_none_of_two_hundred_planted_values_in_any_file()
    {
        await using var database = SqliteDatabase.Open(_folder.File("outreach.db"), ReferralMigrations.All).Value!;
        var store = new SqliteReferralStore(database, _keys, new AuditTable(new AuditChain(_keys)));
        var kept = new List<string>();
        foreach (var (i, value) in Planted.Values.Index())
            kept.Add(await Plant(store, Places[i % Places.Length], value));
        Assert.All(Planted.Values.Zip(kept), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));

        Assert.True(new FileInfo(_folder.File("outreach.db-wal")).Length > 0, "the log is scanned too");
        Assert.Empty(Planted.FoundIn(_folder.Path));
        var blobs = Blobs(database);
        Assert.True(blobs.Count > 2 * Planted.Values.Length, "a sealed body and a key for each at least");
        Assert.Empty(Planted.FoundPackedIn(blobs));
        await database.DisposeAsync();
        Assert.Empty(Planted.FoundIn(_folder.Path));
    }

    [Fact]
    public void A_kiosks_spool_shows_none_of_two_hundred_planted_values_in_any_file()
    {
        using var server = SpoolSeal.ServerKey(_keys);
        var spool = new Spool(_folder.Path, SpoolSeal.PublicKey(server));
        foreach (var (i, value) in Planted.Values.Index())
            spool.Keep($"{i:D3}-a", Item(i, value));

        Assert.Equal(200, spool.State.Waiting);
        Assert.All(Planted.Values.Index(), v => Assert.Contains(v.Item, Text(SpoolCodec.Unpack(SpoolSeal.Open(spool.Read($"{v.Index:D3}-a")!, server, $"{v.Index:D3}-a").Value!).Value!), StringComparison.Ordinal));
        Assert.Empty(Planted.FoundIn(_folder.Path));
        Assert.Empty(Planted.FoundPackedIn(Planted.Files(_folder.Path)));
    }

    public static TheoryData<string> Ways => ["as it is", "JSON", "UTF-16", "base64", "hexadecimal", "an address"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_file_that_is_not_sealed_is_found(string written)
    {
        foreach (var (i, value) in Planted.Values.Index())
            File.WriteAllBytes(_folder.File($"{i:D3}"), [7, .. Unsealed(written, $"so {value}, then")]);

        Assert.Equal(Planted.Values.AsEnumerable(), Planted.FoundIn(_folder.Path));
    }

    [Fact]
    public void A_body_that_is_packed_and_not_sealed_is_found()
    {
        using var server = SpoolSeal.ServerKey(_keys);
        foreach (var (i, value) in Planted.Values.Index())
            File.WriteAllBytes(_folder.File($"{i:D3}.sealed"), [7, 7, .. SpoolCodec.Pack(Item(i, value))]);

        Assert.Equal(Planted.Values.AsEnumerable(), Planted.FoundPackedIn(Planted.Files(_folder.Path)));
    }

    /// <summary>Puts a value in its place and gives back what the store then says.</summary>
    private static async Task<string> Plant(SqliteReferralStore store, string place, string value)
    {
        var sent = Samples.New(new ConversationId(Guid.NewGuid()), Samples.Now);
        var person = new PersonSummary
        {
            Called = place == "name" ? value : null,
            Area = place == "area" ? value : null,
            Contact = new ContactWish { Way = ContactWay.WhatsApp, Number = place == "number" ? value : "+491", InOwnWords = place == "own words" ? value : null },
        };
        sent = sent with { Draft = sent.Draft with { Person = person, Answers = Samples.Answers($"message={(place == "answer" ? value : "help")}") } };
        var id = await store.Receive(sent, default);
        ReferralCommand? then = place switch
        {
            "note" => new ReferralCommand.AddNote(value),
            "to the person" => new ReferralCommand.TellPerson(value, Locale.English, Untranslated: false),
            "from the person" => new ReferralCommand.HearPerson(value, Locale.Persian),
            "reason of a priority" => new ReferralCommand.SetPriority(Priority.High, value),
            "reason of a status" => new ReferralCommand.SetStatus(ReferralStatus.Closed, value),
            _ => null,
        };
        if (then is not null)
            Samples.Must(await store.Act(id, new ReferralAct(then, then is ReferralCommand.HearPerson ? new Actor.Person() : Lena, Samples.Now), default));
        var found = (await store.Load(id, default))!;
        var said = found.Draft.Person;
        return string.Join('\n', [said.Called, said.Area, said.Contact.Number, said.Contact.InOwnWords, .. found.Draft.Answers.Values, .. found.Entries.Select(e => Text(e.Event))]);
    }

    private static string Text(ReferralEvent happened) => happened switch
    {
        ReferralEvent.Noted(var text) => text,
        ReferralEvent.MessageToPerson(var text, _, _) => text,
        ReferralEvent.MessageFromPerson(var text, _) => text,
        ReferralEvent.Prioritised { Reason: var reason } => reason ?? "",
        ReferralEvent.StatusSet { Reason: var reason } => reason ?? "",
        _ => "",
    };

    private static SpoolItem Item(int number, string value) => (number % 3) switch
    {
        0 => new SpoolItem.Urgent($"{number}.0", new Effect.Alert(UrgentKind.Danger, "ly", Locale.Arabic, value)) { Asker = Guid.NewGuid(), At = Samples.Now },
        1 => Request("message", value),
        _ => Request("called", value),
    };

    private static SpoolItem.Request Request(string question, string value) =>
        new("R-7K4M-2QXD", Samples.Submission("talk") with { Answers = ImmutableSortedDictionary<string, string>.Empty.Add(question, value) }) { Asker = Guid.NewGuid(), At = Samples.Now };

    private static string Text(SpoolItem item) => JsonSerializer.Serialize(item, SpoolJson.Plain.SpoolItem);

    private static byte[] Unsealed(string written, string text) => written switch
    {
        "as it is" => Encoding.UTF8.GetBytes(text),
        "JSON" => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["called"] = text }),
        "UTF-16" => Encoding.Unicode.GetBytes(text),
        "base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))),
        "hexadecimal" => Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(text))),
        "an address" => Encoding.ASCII.GetBytes(Uri.EscapeDataString(text)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Every value of every table that is bytes.</summary>
    private static List<byte[]> Blobs(SqliteDatabase database) => database.Read(c =>
    {
        var blobs = new List<byte[]>();
        foreach (var (table, column) in Columns(c, "SELECT m.name, p.name FROM sqlite_schema m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'"))
        {
            using var rows = c.Prepare($"SELECT \"{column}\" FROM \"{table}\" WHERE typeof(\"{column}\") = 'blob'");
            while (rows.Next())
                blobs.Add(rows.Blob(0).ToArray());
        }
        return blobs;
    });

    private static List<(string, string)> Columns(SqliteConnection connection, string sql)
    {
        var pairs = new List<(string, string)>();
        using var rows = connection.Prepare(sql);
        while (rows.Next())
            pairs.Add((rows.Text(0), rows.Text(1)));
        return pairs;
    }
}
