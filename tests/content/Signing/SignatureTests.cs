using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Content.Signing;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Signing;

/// <summary>A signature holds for one text, as it was read, by somebody who may judge it.</summary>
public class SignatureTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Signable Text = Signable.Of("dialogs/child.yaml", "dialogs/child.yaml", SignerRole.ProtectionReviewer, "label: Are you safe?\n");
    private static readonly Signature Good = new(Text.Id, "A. Reviewer", SignerRole.ProtectionReviewer, Today, Text.Hash);

    public static TheoryData<string, int, Signature[]> Cases => new()
    {
        { "nobody has signed", 2450, [] },
        { "somebody has signed something else", 2450, [Good with { Signs = "dialogs/talk.yaml" }] },
        { "it is signed", 0, [Good] },
        { "it was edited since", 2451, [Good with { Hash = new string('a', 64) }] },
        { "it was edited and signed again", 0, [Good with { Hash = new string('a', 64), Date = Today.AddDays(-30) }, Good] },
        { "it was signed by somebody who judges other texts", 2452, [Good with { Role = SignerRole.DataProtectionReviewer }] },
        { "it was signed on a day to come", 2453, [Good with { Date = Today.AddDays(1) }] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says_why_a_text_is_unsigned(string why, int code, Signature[] signatures)
    {
        var missing = SignatureCheck.Missing([Text], [.. signatures], Today);
        Assert.True((missing.FirstOrDefault()?.Code ?? 0) == code, why);
        Assert.All(missing, p => Assert.Equal("dialogs/child.yaml", p.Where));
    }

    [Theory]
    [InlineData("label: Are you safe?\r\n", true)]
    [InlineData("label: Are you  safe?\n", false)]
    [InlineData("label: Are you safe!\n", false)]
    public void An_edit_unsigns_and_line_ends_do_not(string text, bool same) => Assert.Equal(same, Signable.Of(Text.Id, Text.File, Text.Role, text).Hash == Text.Hash);

    [Theory]
    [InlineData("A. Reviewer")]
    [InlineData("مريم \"أم علي\" \\ # :")]
    public void What_is_written_is_read(string name)
    {
        var written = SignatureReader.Lines(Good with { Name = name }) + SignatureReader.Lines(Good);
        var read = SignatureReader.Read([new NamedText("signed.yaml", written)]);
        Assert.True(read.Ok, string.Join('\n', read.Problems));
        Assert.Equal([Good with { Name = name }, Good], read.Value.ToArray());
    }

    [Theory]
    [InlineData("a field is missing", "name: \"A. Reviewer\"", "", 2090)]
    [InlineData("a role nobody has", "role: protection-reviewer", "role: boss", 2093)]
    [InlineData("no date", "date: 2026-11-21", "date: yesterday", 2092)]
    [InlineData("a hash cut short", "sha256: ", "sha256: 0 #", 2454)]
    [InlineData("a field nobody knows", "date: 2026-11-21", "date: 2026-11-21\n  by: me", 0)]
    public void A_broken_signature_is_named_with_its_line(string what, string old, string now, int code)
    {
        var problems = SignatureReader.Read([new NamedText("signed.yaml", SignatureReader.Lines(Good).Replace(old, now))]).Problems;
        Assert.True(problems.Any(p => (code == 0 || p.Code == code) && p.Where.StartsWith("signatures/signed.yaml:", StringComparison.Ordinal)), $"{what}: {string.Join('\n', problems)}");
    }

    [Fact]
    public void Dialogs_urgent_words_and_consent_are_signed_in_every_language()
    {
        var ids = SignedTexts.Of(TestBook.Real).Select(t => t.Id).ToList();
        Assert.Superset(Locale.All.SelectMany(l => new[] { $"urgent/{l.Tag}", $"consent/{l.Tag}" }).Concat(TestBook.Real.Dialogs.Keys.Select(d => $"dialogs/{d}.yaml")).Concat(TestBook.Real.Ring.Tags.Select(t => $"ring/{t}")).Append("dialogs/shared.yaml").ToHashSet(), ids.ToHashSet());
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void The_consent_text_holds_all_a_person_reads_and_changes_with_the_office()
    {
        var here = SignedTexts.Consent(TestBook.Real, Locale.Arabic);
        foreach (var key in (string[])["consent.title", "consent.keep", "consent.rights", "consent.question", "assent.rights", "assent.question", "consent.no"])
            Assert.Contains(TestBook.Real.Texts.Text(Locale.Arabic, key), here.Text!, StringComparison.Ordinal);
        var there = SignedTexts.Consent(TestBook.Real with { Office = new Office { Name = "Another office" } }, Locale.Arabic);
        Assert.NotEqual(here.Hash, there.Hash);
    }
}
