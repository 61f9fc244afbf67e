using CsCheck;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;
using LocalAws.State;

namespace LocalAws.Tests.Sqs.Queues;

/// <summary>The queue's rules against a model of a few lines that keeps a plain list and looks at all of it each time.</summary>
public sealed class QueueModelTests
{
    private const long Start = 1_767_225_600_000;

    private static readonly Gen<Step> Steps = Gen.OneOf(
        Gen.Int[0, 5].Select(delay => new Step(StepKind.Send, delay, 0)),
        Gen.Select(Gen.Int[1, 10], Gen.Int[0, 12]).Select(pair => new Step(StepKind.Receive, pair.Item1, pair.Item2)),
        Gen.Int[0, 40].Select(which => new Step(StepKind.Delete, which, 0)),
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 12]).Select(pair => new Step(StepKind.Change, pair.Item1, pair.Item2)),
        Gen.Int[0, 40].Select(which => new Step(StepKind.Return, which, 0)),
        Gen.Int[0, 15].Select(seconds => new Step(StepKind.Advance, seconds, 0)));

    private enum StepKind
    {
        Send,
        Receive,
        Delete,
        Change,
        Return,
        Advance,
    }

    [Fact]
    public void AnySequenceOfOperations_LosesNothingAndHandsOutNothingThatIsHidden() =>
        Steps.List[1, 80].Sample(static steps =>
        {
            var run = new Run();
            foreach (var step in steps)
            {
                run.Apply(step);
            }
        });

    private readonly record struct Step(StepKind Kind, int First, int Second);

    private sealed class ModelMessage(long sentAt, long visibleAt)
    {
        public long SentAt { get; } = sentAt;

        public long VisibleAt { get; set; } = visibleAt;

        public int Receives { get; set; }

        public bool InFlight { get; set; }
    }

    private sealed class Run
    {
        private const long Retention = 60_000;

        private readonly QueueCore _core = new(
            new QueueIdentity(1, new QueueKey(Queues.Scope, "model"), 0),
            QueueSettings.Default.With([KeyValuePair.Create("MessageRetentionPeriod", "60")]),
            new VolatileStateLog(),
            static _ => null);

        private readonly Dictionary<Guid, ModelMessage> _model = [];
        private readonly List<ReceivedMessage> _received = [];
        private long _now = Start;

        public void Apply(Step step)
        {
            switch (step.Kind)
            {
                case StepKind.Send: Send(TimeSpan.FromSeconds(step.First)); break;
                case StepKind.Receive: Receive(step.First, TimeSpan.FromSeconds(step.Second)); break;
                case StepKind.Delete: WithReceived(step.First, Delete); break;
                case StepKind.Change: WithReceived(step.First, message => Change(message, TimeSpan.FromSeconds(step.Second))); break;
                case StepKind.Return: WithReceived(step.First, Return); break;
                default: _now += step.First * 1000L; break;
            }

            ForgetExpired();
            var counts = _core.Count(_now);
            counts.Total.ShouldBe(_model.Count);
            counts.Visible.ShouldBe(_model.Values.Count(message => message.VisibleAt <= _now));
            counts.InFlight.ShouldBe(_model.Values.Count(message => message.VisibleAt > _now && message.InFlight));
        }

        private void Send(TimeSpan delay)
        {
            var id = Guid.NewGuid();
            _core.Send(id, new MessageContent("body"), "sender", delay, _now);
            _model.Add(id, new ModelMessage(_now, _now + Milliseconds(delay)));
        }

        private void Receive(int maximum, TimeSpan visibility)
        {
            var visible = _model.Count(pair => pair.Value.VisibleAt <= _now);
            var messages = _core.Receive(new ReceiveRequest(maximum, TimeSpan.Zero, visibility), _now);
            messages.Length.ShouldBe(Math.Min(maximum, visible));
            messages.Select(message => message.Id).ShouldBeUnique();
            foreach (var message in messages)
            {
                var model = _model[message.Id];
                model.VisibleAt.ShouldBeLessThanOrEqualTo(_now);
                message.ReceiveCount.ShouldBe(++model.Receives);
                (model.VisibleAt, model.InFlight) = (_now + Milliseconds(visibility), true);
                _received.Add(message);
            }
        }

        private void Delete(ReceivedMessage message)
        {
            _core.Delete(message.Handle, _now);
            _model.Remove(message.Id);
        }

        private void Change(ReceivedMessage message, TimeSpan visibility)
        {
            var expected = !_model.TryGetValue(message.Id, out var model) ? VisibilityOutcome.NoSuchMessage
                : model.VisibleAt <= _now ? VisibilityOutcome.NotInFlight
                : VisibilityOutcome.Changed;
            _core.ChangeVisibility(message.Handle, visibility, _now).ShouldBe(expected);
            if (expected == VisibilityOutcome.Changed)
            {
                model!.VisibleAt = _now + Milliseconds(visibility);
            }
        }

        private void Return(ReceivedMessage message)
        {
            _core.Return([message], _now);
            var isLatest = _received.FindLast(other => other.Id == message.Id).Handle == message.Handle;
            if (isLatest && _model.TryGetValue(message.Id, out var model) && model.VisibleAt > _now)
            {
                (model.VisibleAt, model.Receives) = (_now, model.Receives - 1);
                _received.Remove(message);
            }
        }

        private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

        private void WithReceived(int which, Action<ReceivedMessage> apply)
        {
            if (_received.Count > 0)
            {
                apply(_received[which % _received.Count]);
            }
        }

        /// <summary>Retention takes what is visible; what is hidden goes when it shows.</summary>
        private void ForgetExpired()
        {
            foreach (var (id, message) in _model.ToList())
            {
                if (message.VisibleAt <= _now && message.SentAt + Retention <= _now)
                {
                    _model.Remove(id);
                }
            }
        }
    }
}
