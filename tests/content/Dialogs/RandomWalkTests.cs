using System.Text.Json;
using Outreach.Content.Dialogs;
using Outreach.Content.Programmes;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>
/// Random people in random languages, who go back, change their mind, restart, move to another phone and delete everything:
/// whatever they do, return stays locked after fear or pressure until staff open it, and nobody who said an age under 18 ends in
/// a programme for adults (DESIGN 6.4). Fixed seeds; OUTREACH_LONG=1 plays all 100,000.
/// </summary>
public class RandomWalkTests
{
    private static readonly int Walks = Environment.GetEnvironmentVariable("OUTREACH_LONG") == "1" ? 100_000 : 3_000;
    private const int Steps = 70;
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Ages and years that mean under 18 in every calendar that can be meant, in four kinds of digits.</summary>
    private static readonly string[] Under18 =
        ["16", "17", "١٦", "۱۷", "i am 15 years old", "عمري ١٤ سنة", "2012", "٢٠١٢", "1436", "١٤٣٨", "born in 2011", "12", "፲፮ 2013"];

    [Fact]
    public void Nobody_gets_past_the_locks()
    {
        var submitted = 0;
        Parallel.For(0, Walks, seed => Interlocked.Add(ref submitted, new Person(seed).Walk()));
        Assert.True(submitted > Walks / 100, $"only {submitted} of {Walks} walks sent anything: the walks do not reach far enough to prove something");
    }

    private sealed class Person(int seed)
    {
        private readonly Random _random = new(seed);
        private readonly List<string> _told = [];
        private ConversationState _state = ConversationState.New;
        private Turn? _last;
        private bool _afraid;
        private bool _child;
        private bool _childInWords;
        private int _submitted;

        public int Walk()
        {
            Step(new Input.Opened(Any(Locale.All), Any(["ly", "de", null])));
            for (var i = 0; i < Steps; i++)
                Act();
            return _submitted;
        }

        private void Act()
        {
            var last = _last!.Replies.LastOrDefault(r => r.Options.Length > 0 || r.At is not null);
            switch (_random.Next(100))
            {
                case < 3: Restart(); break;
                case < 5: Step(new Input.Choice("/language")); Step(new Input.Choice(Any(Locale.All).Tag)); break;
                case < 7: Step(new Input.EffectDone(new EffectResult.Resumed())); break;
                case < 9: Step(new Input.Choice(Any(["/back", "/change", "/menu", "/stop", "/skip", "/danger", "/human", "/help"]))); break;
                case < 10: Step(new Input.Choice(Any(["/delete", "/exit"]))); break;
                case < 11 when _afraid: Step(new Input.LockOpened()); _afraid = false; break;
                case < 16: Step(new Input.Choice($"ask:{Any(TestBook.Real.Programmes.AsSpan().ToArray()).Id}")); break;
                case < 17: SayChildAlone(); break;
                case < 19: Step(new Input.Text(Any(["hello", "12/2026", "+218912345678", "Amal", "5", "2", "", "\u202e1", "نعم", "ndiyo"]))); break;
                default: Answer(last); break;
            }
        }

        /// <summary>Words of a child alone: they shut the dialogs for adults until an adult age is told, and only where no age was told before.</summary>
        private void SayChildAlone()
        {
            Step(new Input.Text(Any(["I am 15 and alone here", "عمري 15 سنة وانا وحدي", "nina miaka 15 niko peke yangu"])));
            _childInWords = _state.Child && !_child;
        }

        /// <summary>Answers what is asked; notes what an answer means.</summary>
        private void Answer(Reply? asked)
        {
            if (asked?.At?.EndsWith("age", StringComparison.Ordinal) == true && _state.Mode is Mode.Asking && _random.Next(3) == 0 && asked.At == "age")
            {
                var age = Any(Under18);
                _told.Add(age);
                _child = true;
                Step(new Input.Text(age));
                return;
            }
            if (asked is null || asked.Options.IsEmpty)
            {
                Step(new Input.Text(Any(["Amal", "12/12/2026", "+218912345678", "3", "١٢/٢٠٢٥"])));
                return;
            }
            var index = asked.Kind == ReplyKind.Ask && _random.Next(4) > 0 ? _random.Next(Math.Min(2, asked.Options.Length)) : _random.Next(asked.Options.Length);
            var option = asked.Options[index];
            if (asked.At is "afraid" or "pressure" && option.Value is "yes" or "unsure" && asked.At is "afraid" or "pressure")
                _afraid = true;
            if (asked.At is "age" && option.Value is "under_15" or "15_17" || asked.At is "age_guess" && option.Value is "under_18" or "18_20")
                _child = true;
            Step(_random.Next(2) == 0 ? new Input.Choice(option.Value, asked.At) : new Input.Text($"{index + 1}"));
        }

        private void Restart() =>
            _state = JsonSerializer.Deserialize(JsonSerializer.Serialize(_state, DialogJson.Plain.ConversationState), DialogJson.Plain.ConversationState)!;

        private void Step(Input input)
        {
            if (_state.Mode is Mode.Choosing { What: ChoosingWhat.Safety } && input is Input.Choice { Value: "adult" } or Input.Text { Value: "2" or "3" })
                _childInWords = false;                     // "I am 18 or older", also by its number in the list
            _last = DialogEngine.Step(TestBook.Real, _state, input, new Moment(Now, TimeSpan.Zero));
            _state = _last.State;
            if (_last.Anew)                                // somebody else: what the one before said is not theirs
            {
                (_afraid, _child, _childInWords) = (false, false, false);
                _told.Clear();
            }
            if (_state.Dialogs.Values.Any(a => a.At(new AnswerPath("age")) is Answer.Given { Value: "18_59" or "60_plus" } || a.At(new AnswerPath("age_guess")) is Answer.Given { Value: "21_plus" }))
                _childInWords = false;
            foreach (var effect in _last.Effects)
            {
                if (effect is Effect.Submit(var submission))
                    Check(submission);
                Step(new Input.EffectDone(effect is Effect.Submit ? new EffectResult.Submitted("R-1", false, null) : new EffectResult.Quiet()));
            }
        }

        private void Check(Submission submission)
        {
            _submitted++;
            var kind = TestBook.Real.Programmes.FirstOrDefault(p => p.Id == submission.Programme)?.Kind ?? ProgrammeKind.Anyone;
            Assert.False(_afraid && kind == ProgrammeKind.Return, $"seed {seed}: a return was sent after fear or pressure");
            Assert.False(_child && kind is ProgrammeKind.Return or ProgrammeKind.Adult && _child, $"seed {seed}: an adult programme was sent after {string.Join(", ", _told)}");
            Assert.False(_childInWords && kind is ProgrammeKind.Return or ProgrammeKind.Adult && _childInWords, $"seed {seed}: an adult programme was sent after words of a child alone");
            Assert.NotNull(submission.Consent);
        }

        private T Any<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];
    }
}
