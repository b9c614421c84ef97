using Outreach.Content.Editing;
using Outreach.Content.Packages;

namespace Outreach.Content.Tests.Editing;

/// <summary>Published changes lie over the repository, and never over what the repository has changed since.</summary>
public sealed class OverlayTests
{
    private static readonly TextPart Page = new("library/de/housing.en.md", null);

    [Theory]
    [InlineData("nothing published", "a", "", "a", "", "")]
    [InlineData("a change is laid over the text it was made for", "a", "a>b", "b", "", "")]
    [InlineData("the next one over it", "a", "a>b b>c", "c", "", "")]
    [InlineData("putting back is one more change", "a", "a>b b>a", "a", "", "1 2")]
    [InlineData("and after it others follow", "a", "a>b b>a a>c", "c", "", "1 2")]
    [InlineData("what the repository has taken over is not laid again", "b", "a>b", "b", "", "1")]
    [InlineData("the rest goes on from there", "b", "a>b b>c", "c", "", "1")]
    [InlineData("another text in the repository goes first", "x", "a>b b>c", "x", "1 2", "")]
    [InlineData("a change made for it is laid over it", "x", "a>b x>y", "y", "", "1")]
    public void Follows_the_chain(string why, string repository, string published, string read, string stale, string taken)
    {
        var changes = published.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((c, i) => new PartChange(i + 1, Page, c[..1], c[2..])).ToArray();

        var laid = ContentOverlay.Lay(ContentFiles.Of([new NamedText(Page.File, repository)]), changes);

        Assert.True(
            (laid.Files.TextOf(Page.File), string.Join(' ', laid.Stale), string.Join(' ', laid.Taken)) == (read, stale, taken),
            $"{why}: {laid.Files.TextOf(Page.File)} stale {string.Join(' ', laid.Stale)} taken {string.Join(' ', laid.Taken)}");
    }

    [Fact]
    public void Two_contacts_of_one_file_change_beside_each_other_and_beside_the_repository()
    {
        var (police, fire) = (new TextPart("directory/de.yaml", "de/110"), new TextPart("directory/de.yaml", "de/112"));
        var changes = new[] { new PartChange(1, fire, "- id: de/112\n  hours: always\n", "- id: de/112\n  hours: unknown\n"), new PartChange(2, police, "- id: de/110\n", "- id: de/110\n  number: x\n") };
        var repository = ContentFiles.Of([new NamedText("directory/de.yaml", "# Germany\n- id: de/112\n  hours: always\n\n# of the police\n- id: de/110\n\n- id: de/new\n")]);

        var laid = ContentOverlay.Lay(repository, changes);

        Assert.Equal("# Germany\n- id: de/112\n  hours: unknown\n\n# of the police\n- id: de/110\n  number: x\n\n- id: de/new\n", laid.Files.TextOf("directory/de.yaml"));
        Assert.NotEqual(repository.Hash, laid.Files.Hash);
    }

    [Fact]
    public void A_contact_or_a_file_that_is_gone_is_stale_and_nothing_else_suffers()
    {
        var changes = new[] { new PartChange(1, new("directory/de.yaml", "de/999"), "a", "b"), new PartChange(2, new("library/xx.md", null), "a", "b"), new PartChange(3, Page, "a", "b") };

        var laid = ContentOverlay.Lay(ContentFiles.Of([new NamedText("directory/de.yaml", "- id: de/112\n"), new NamedText(Page.File, "a")]), changes);

        Assert.Equal([1L, 2L], laid.Stale.AsEnumerable());
        Assert.Equal("b", laid.Files.TextOf(Page.File));
    }

    [Theory]
    [InlineData("library/de/housing.en.md", null, true)]
    [InlineData("programmes/stranded/en.md", null, true)]
    [InlineData("directory/de.yaml", "de/112", true)]
    [InlineData("directory/de.yaml", null, false)]
    [InlineData("programmes/stranded/programme.yaml", null, false)]
    [InlineData("safety/urgent.yaml", null, false)]
    [InlineData("dialogs/intake.yaml", null, false)]
    [InlineData("catalogs/app.fr.po", null, false)]
    public void Pages_and_contacts_can_be_edited_and_nothing_that_is_signed(string file, string? contact, bool editable) =>
        Assert.Equal(editable, new TextPart(file, contact).IsEditable);

    [Theory]
    [InlineData("nothing differs", "a\nb\n", "a\nb\n", "")]
    [InlineData("one line among others", "a\nb\nc\nd\ne\n", "a\nb\nX\nd\ne\n", " b|-c|+X| d")]
    [InlineData("a line more at the end", "a\n", "a\nb\n", " a|+b")]
    [InlineData("a line less at the beginning", "a\nb\nc", "b\nc", "-a| b")]
    [InlineData("two places", "a\nb\nc\nd\ne\nf\ng", "A\nb\nc\nd\ne\nf\nG", "-a|+A| b| f|-g|+G")]
    [InlineData("everything", "", "a", "+a")]
    public void A_difference_shows_what_goes_and_what_comes(string why, string before, string after, string shown)
    {
        var lines = string.Join('|', Difference.Of(before, after).Select(l => $"{(l.Fate switch { LineFate.Goes => '-', LineFate.Comes => '+', _ => ' ' })}{l.Text}"));
        Assert.True(lines == shown, $"{why}: {lines}");
    }
}
