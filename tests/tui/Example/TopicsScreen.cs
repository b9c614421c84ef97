using System.Collections.Immutable;
using Outreach.Tui.Runtime;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Example;

public sealed record TopicsModel(ListBox Topics, Size Size, string Note, bool Over);

public abstract record TopicsMsg
{
    private TopicsMsg() { }
    public sealed record Input(InputEvent Event) : TopicsMsg;
    public sealed record Loaded(ImmutableArray<string> Titles) : TopicsMsg;
    public sealed record Forget : TopicsMsg;
    public sealed record Leave : TopicsMsg;
}

public abstract record TopicsEffect
{
    private TopicsEffect() { }
    public sealed record Load : TopicsEffect;
}

public sealed class TopicsApp(bool rightToLeft) : IApp<TopicsModel, TopicsMsg, TopicsEffect>
{
    private static readonly ImmutableArray<Binding<TopicsMsg>> Keys =
        [new(Key.Of('q'), "leave", new TopicsMsg.Leave()), new(Key.Escape, "", new TopicsMsg.Leave())];

    public (TopicsModel, ImmutableArray<TopicsEffect>) Init(Size size) =>
        (new TopicsModel(new ListBox([]) { Gap = 1 }, size, "", Over: false), [new TopicsEffect.Load()]);

    public TopicsMsg? Translate(TopicsModel model, InputEvent input) => Keys.Find(input) ?? new TopicsMsg.Input(input);

    public (TopicsModel, ImmutableArray<TopicsEffect>) Update(TopicsModel model, TopicsMsg message) => message switch
    {
        TopicsMsg.Loaded loaded => (model with { Topics = model.Topics with { Items = [.. loaded.Titles.Select(title => new ListItem(title))] } }, []),
        TopicsMsg.Input { Event: InputEvent.Resized resized } => (model with { Size = resized.Size }, []),
        TopicsMsg.Input input => (Choose(model, input.Event), []),
        TopicsMsg.Forget => (model with { Note = "", Topics = model.Topics with { Selected = 0 } }, []),
        _ => (model with { Over = true }, []),
    };

    public void View(TopicsModel model, Painter painter)
    {
        painter = painter.Mirrored(rightToLeft);
        painter.Text(2, 0, "Help to go home", painter.Theme.Title);
        painter.Rule(1);
        model.Topics.Draw(painter, ListPlace(model));
        painter.Text(2, painter.Height - 3, model.Note);
        painter.Rule(painter.Height - 2);
        painter.Text(2, painter.Height - 1, Keys.HelpLine(), painter.Theme.Quiet);
    }

    public ImmutableArray<Alarm<TopicsMsg>> Alarms(TopicsModel model) =>
        [new Alarm<TopicsMsg>.Idle(TimeSpan.FromSeconds(60), new TopicsMsg.Forget())];

    public bool IsOver(TopicsModel model) => model.Over;

    private static Rect ListPlace(TopicsModel model) => new(2, 3, model.Size.Width - 4, model.Size.Height - 7);

    private static TopicsModel Choose(TopicsModel model, InputEvent input)
    {
        var (topics, chosen) = model.Topics.Update(input, ListPlace(model));
        return model with { Topics = topics, Note = chosen is { } index ? $"You chose {index + 1}." : model.Note };
    }
}

public sealed class TopicsEffects : IEffectRunner<TopicsEffect, TopicsMsg>
{
    public Task Run(TopicsEffect effect, Action<TopicsMsg> post, CancellationToken stopping)
    {
        post(new TopicsMsg.Loaded(["I want to return", "العودة إلى بلدي", "I am not sure"]));
        return Task.CompletedTask;
    }
}
