using System.Text;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.Runtime;

public class BindingTests
{
    private static readonly Binding<string>[] All =
        [new(Key.Enter, "open", "open"), new(Key.Of('c'), "claim", "claim"), new(Key.Ctrl('c'), "", "quit")];

    [Fact]
    public void A_key_finds_its_message()
    {
        Assert.Equal("open", All.Find(new InputEvent.Pressed(Key.Enter)));
        Assert.Equal("claim", All.Find(new InputEvent.Typed(new Rune('c'))));
        Assert.Equal("quit", All.Find(new InputEvent.Pressed(Key.Ctrl('c'))));
        Assert.Null(All.Find(new InputEvent.Typed(new Rune('x'))));
        Assert.Null(All.Find(new InputEvent.Pasted("c")));
    }

    [Fact]
    public void The_help_line_is_made_of_the_bindings()
    {
        Assert.Equal("Enter open   c claim", All.HelpLine());
        Assert.Equal("Enter OPEN   c CLAIM", All.HelpLine(word => word.ToUpperInvariant()));
    }

    [Theory]
    [InlineData('7', 7)]
    [InlineData('٧', 7)]
    [InlineData('۷', 7)]
    [InlineData('x', null)]
    public void Digits_of_any_script_are_digits(char letter, int? digit) => Assert.Equal(digit, Key.Of(letter).Digit);

    [Fact]
    public void A_digit_with_Alt_is_none() => Assert.Null(Key.Alt('7').Digit);
}
