using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Tests.Widgets;

public class ListBoxTests
{
    private static readonly ListBox Question = new([new("No, it is my own wish"), new("Yes", "someone presses me"), new("I am not sure")]) { Gap = 1 };
    private static readonly ListBox Long = new([.. Enumerable.Range(1, 25).Select(number => new ListItem($"Case {number}"))]) { Numbering = Numbering.None };
    private static readonly Rect Area = new(0, 0, 30, 10);

    [Fact]
    public void Shows_numbers_a_marker_and_details()
    {
        Assert.Equal(
            """
            > 1  No, it is my own wish

              2  Yes
                 someone presses me

              3  I am not sure
            """,
            Sketch.Of(30, 10, painter => Question.Draw(painter, painter.Bounds)));
    }

    [Fact]
    public void Is_mirrored_for_languages_that_begin_at_the_right()
    {
        var list = new ListBox([new("نعم"), new("لا أعرف")]);
        Assert.Equal(
            """
                        نعم  1 >
                     لا أعرف  2
            """,
            Sketch.Of(20, 4, painter => list.Draw(painter, painter.Bounds), rightToLeft: true));
    }

    [Fact]
    public void Long_choices_wrap_beside_their_number()
    {
        var list = new ListBox([new("I do not want to answer this"), new("Back")]);
        Assert.Equal(
            """
            > 1  I do not want
                 to answer this
              2  Back
            """,
            Sketch.Of(20, 4, painter => list.Draw(painter, painter.Bounds)));
    }

    [Fact]
    public void A_long_list_scrolls_no_further_than_the_marked_item_needs()
    {
        var area = new Rect(0, 0, 18, 5);
        var list = Long;
        foreach (var input in Keys.Of(string.Concat(Enumerable.Repeat("\x1b[B", 5)))) (list, _) = list.Update(input, area);
        Assert.Equal(
            """
              Case 3
              Case 4
              Case 5
            > Case 6
                          6/25
            """,
            Sketch.Of(18, 5, painter => list.Draw(painter, painter.Bounds)));
        (list, _) = list.Update(new InputEvent.Pressed(Key.Up), area);
        Assert.Equal(new Page(2, 6), list.PageAt(area.Size));
    }

    [Fact]
    public void A_choice_shows_whole_or_not_at_all()
    {
        var list = new ListBox([new("one"), new("two, in several words"), new("three"), new("four in several words")]) { Selected = 2 };
        Assert.Equal(
            """
              2  two, in several
                 words
            > 3  three
                             3/4
            """,
            Sketch.Of(20, 4, painter => list.Draw(painter, painter.Bounds)));
        Assert.Equal(
            """
              3  three
            > 4  four in several
                 words
                             4/4
            """,
            Sketch.Of(20, 4, painter => (list with { Selected = 3 }).Draw(painter, painter.Bounds)));
    }

    [Theory]
    [InlineData("a digit chooses", "2", 1, 1)]
    [InlineData("an Arabic digit chooses", "٣", 2, 2)]
    [InlineData("a digit without an item does nothing", "7", 0, null)]
    [InlineData("down marks the next", "\x1b[B", 1, null)]
    [InlineData("up stops at the first", "\x1b[A", 0, null)]
    [InlineData("End marks the last", "\x1b[F", 2, null)]
    [InlineData("Enter chooses the marked", "\x1b[B\r", 1, 1)]
    [InlineData("a touch chooses", "\x1b[<0;6;4M", 1, 1)]
    [InlineData("a touch between items does nothing", "\x1b[<0;6;2M", 0, null)]
    [InlineData("letters are left to the screen", "x", 0, null)]
    public void Answers_to(string why, string keys, int selected, int? chosen)
    {
        var (list, last) = (Question, (int?)null);
        foreach (var input in Keys.Of(keys)) (list, last) = list.Update(input, Area);
        Assert.True((list.Selected, last) == (selected, chosen), $"{why}: {list.Selected}, {last}");
    }

    [Fact]
    public void Page_keys_go_by_what_shows()
    {
        var area = new Rect(0, 0, 18, 5);
        var (list, _) = Long.Update(new InputEvent.Pressed(Key.PageDown), area);
        Assert.Equal(4, list.Selected);
        (list, _) = list.Update(new InputEvent.Pressed(Key.PageDown), area);
        Assert.Equal(8, list.Selected);
        (list, _) = list.Update(new InputEvent.Pressed(Key.PageUp), area);
        Assert.Equal(7, list.Selected);
    }

    [Fact]
    public void An_empty_list_does_nothing()
    {
        var (list, chosen) = new ListBox([]).Update(new InputEvent.Pressed(Key.Enter), Area);
        Assert.Null(chosen);
        Assert.Equal("", Sketch.Of(10, 3, painter => list.Draw(painter, painter.Bounds)));
    }
}
