using System.Text;
using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Tests.Runtime;

/// <summary>Exact bytes of what people do most. A number that grows here is a slower desk over a bad link.</summary>
public class BudgetTests
{
    private static readonly Size Size = new(80, 24);

    [Fact]
    public void An_arrow_key_in_a_list_moves_the_marker()
    {
        var difference = new Difference();
        difference.Frame(Queue(3, ""));
        difference.Frame(Queue(4, ""));
        Assert.Equal("\r \n\r>", Text(difference.Frame(Queue(5, ""))));
        Assert.Equal("\x1bM\r>\n\r ", Text(difference.Frame(Queue(4, ""))));
    }

    [Fact]
    public void A_typed_letter_is_one_byte()
    {
        var difference = new Difference();
        var typed = new List<string>();
        var text = "";
        foreach (var letter in "hello world")
        {
            typed.Add(Text(difference.Frame(Queue(3, text))));
            text += letter;
        }

        Assert.Equal(["e", "l", "l", "o", " ", "w", "o", "r", "l"], typed.Skip(2));
    }

    [Fact]
    public void A_first_screen_stays_under_a_thousand_bytes() => Assert.InRange(new Difference().Frame(Queue(3, "")).Length, 1, 1_000);

    [Fact]
    public void An_Arabic_letter_costs_itself_and_the_new_form_of_the_one_before()
    {
        var difference = new Difference();
        var text = "";
        var costs = new List<int>();
        foreach (var letter in "السلام عليكم")
        {
            difference.Frame(Queue(3, text));
            text += letter;
            costs.Add(difference.Frame(Queue(3, text)).Length);
        }

        Assert.InRange(costs.Skip(1).Max(), 1, 12);
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    /// <summary>A title, twenty rows, a field and a help line: what the study measured other toolkits with.</summary>
    private static Screen Queue(int selected, string search) => Sketch.Draw(Size.Width, Size.Height, painter =>
    {
        painter.Text(0, 0, "Outreach desk", painter.Theme.Title);
        var list = new ListBox([.. Enumerable.Range(1, 18).Select(number => new ListItem($"Item {number:00}  case of a person waiting"))])
        { Numbering = Numbering.None, Selected = selected };
        list.Draw(painter, new Rect(0, 3, 80, 18));
        painter.Text(0, 22, "Search:");
        var field = TextField.Of(search);
        field.Draw(painter, new Rect(9, 22, 70, 1), search.Length > 0 ? Focus.Here : Focus.Elsewhere);
        painter.Text(0, 23, "Enter open   c claim   / search   q leave");
    });
}
