using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Content.Signing;
using Outreach.Referrals;

namespace Outreach.Tui.Tests.Commands;

/// <summary>outreach golive: no office works in earnest before people have answered for its texts by name.</summary>
public sealed class GoLiveCommandTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public void Nothing_is_signed_at_first_and_every_file_is_named()
    {
        var (exit, said, wrong) = Run("check");
        Assert.Equal(1, exit);
        foreach (var file in (string[])["dialogs/child.yaml\n", "rules/needs.yaml\n", "rules/routing.yaml\n", "safety/urgent.yaml\n", "catalogs/app.pot\n", "catalogs/app.am.po\n"])
            Assert.Contains("\n" + file, "\n" + said, StringComparison.Ordinal);
        Assert.Contains("  urgent/sw: nobody has signed it; a protection reviewer reads it and runs: outreach golive sign urgent/sw --name NAME --role protection-reviewer\n", said, StringComparison.Ordinal);
        Assert.Matches("^Not ready for the public: ([0-9]+) of \\1 texts are not signed for \"Outreach\"\\.", wrong);
    }

    [Fact]
    public void Signed_text_by_text_the_office_is_ready()
    {
        SignAll();
        var (exit, said, wrong) = Run("check");
        Assert.True(exit == 0, said + wrong);
        Assert.StartsWith("Ready: all ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a question of a dialog", "content/book/dialogs/child.yaml", "Are you safe and well right now?", "Are you safe?", "dialogs/child.yaml")]
    [InlineData("a list that dialogs share", "content/book/dialogs/shared.yaml", "I am not sure", "Not sure", "dialogs/shared.yaml")]
    [InlineData("a rule", "referrals/rules/needs.yaml", "priority: critical", "priority: high", "rules/needs.yaml")]
    [InlineData("an office", "referrals/rules/routing.yaml", "offices:", "offices: # new", "rules/routing.yaml")]
    [InlineData("a card of the second ring", "content/book/safety/ring/tr.yaml", "Henüz", "Daha", "ring/tr")]
    [InlineData("an urgent word", "content/book/safety/urgent.yaml", "years|year|months|month ago", "years|year ago", "urgent/en")]
    [InlineData("the consent text in one language", "localization/catalogs/app.fr.po", "Non, ne gardez rien", "Non, gardez tout", "consent/fr")]
    public void An_edit_afterwards_unsigns(string what, string file, string old, string now, string id)
    {
        SignAll();
        _checkout.Replace(file, old, now);
        var (exit, said, wrong) = Run("check");
        Assert.True(exit == 1 && said.Contains($"  {id}: was changed after A. Reviewer signed it on ", StringComparison.Ordinal), $"{what}: {said}{wrong}");
        Assert.StartsWith("Not ready for the public: 1 of ", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_office_signs_its_own_consent_text()
    {
        SignAll();
        var (exit, said, wrong) = Run("check", "--office", "Help Point Tripoli");
        Assert.Equal(1, exit);
        Assert.Contains("  consent/ar: was changed after ", said, StringComparison.Ordinal);
        Assert.StartsWith("Not ready for the public: 8 of ", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a text that is not there", "dialogs/none.yaml", "A. Reviewer", "protection-reviewer", "There is no text \"dialogs/none.yaml\" to be signed.")]
    [InlineData("a role that judges other texts", "consent/ar", "A. Reviewer", "protection-reviewer", "consent/ar is signed by a data-protection-reviewer")]
    [InlineData("a role nobody has", "consent/ar", "A. Reviewer", "boss", "not by a \"boss\"")]
    [InlineData("no name", "urgent/ar", " ", "protection-reviewer", "--name must be the name of a person")]
    [InlineData("a name with a line end", "urgent/ar", "A\nB", "protection-reviewer", "--name must be the name of a person")]
    public void Refuses_to_sign(string what, string id, string name, string role, string sentence)
    {
        var (exit, _, wrong) = Run("sign", id, "--name", name, "--role", role);
        Assert.True(exit == 1 && wrong.Contains(sentence, StringComparison.Ordinal), $"{what}: {wrong}");
        Assert.False(Directory.Exists(_checkout.At("content/book/signatures")));
    }

    [Fact]
    public void Shows_what_is_signed_as_people_read_it()
    {
        var (exit, said, _) = Run("show", "consent/en", "--office", "Help Point Tripoli");
        Assert.Equal(0, exit);
        Assert.StartsWith("[assisted-return]\n", said, StringComparison.Ordinal);
        Assert.Contains("Help Point Tripoli", said, StringComparison.Ordinal);
    }

    private void SignAll()
    {
        var book = BookReader.Read(_checkout.At("content/book"), _checkout.At("localization/catalogs"), new Office()).Value!;
        foreach (var text in GoLive.Texts(book, _checkout.At("referrals/rules")).Take(1))
            Assert.Equal(0, Run("sign", text.Id, "--name", "A. Reviewer", "--role", SignatureReader.Word(text.Role)).Exit);
        var rest = GoLive.Texts(book, _checkout.At("referrals/rules")).Skip(1).Select(t => new Signature(t.Id, "A. Reviewer", t.Role, new DateOnly(2026, 11, 1), t.Hash));
        File.AppendAllText(_checkout.At("content/book/signatures/signed.yaml"), string.Concat(rest.Select(SignatureReader.Lines)));
    }

    private (int Exit, string Said, string Wrong) Run(params string[] arguments) => _checkout.Run(["golive", .. arguments, "--content", _checkout.At("content/book")]);
}
