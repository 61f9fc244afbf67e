using System.Buffers;
using CsCheck;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;
using LocalAws.State;

namespace LocalAws.Tests.Sqs.Queues;

/// <summary>
/// The rules of a FIFO queue against a list of messages that is looked through from its start each time: order within a
/// group, no group in two receives at once, no duplicate, and the same again after a restart from the log.
/// </summary>
public sealed class FifoModelTests
{
    private static readonly Gen<Step> Steps = Gen.OneOf(
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5]).Select(pair => new Step(StepKind.Send, pair.Item1, pair.Item2)),
        Gen.Select(Gen.Int[1, 10], Gen.Int[0, 12]).Select(pair => new Step(StepKind.Receive, pair.Item1, pair.Item2)),
        Gen.Int[0, 40].Select(which => new Step(StepKind.Delete, which, 0)),
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 12]).Select(pair => new Step(StepKind.Change, pair.Item1, pair.Item2)),
        Gen.Int[0, 15].Select(seconds => new Step(StepKind.Advance, seconds, 0)),
        Gen.Bool.Select(snapshot => new Step(StepKind.Restart, snapshot ? 1 : 0, 0)));

    private enum StepKind
    {
        Send,
        Receive,
        Delete,
        Change,
        Advance,
        Restart,
    }

    [Fact]
    public void AnySequenceOfOperations_KeepsTheOrderOfEachGroup() =>
        Steps.List[1, 80].Sample(static steps =>
        {
            var run = new Run();
            foreach (var step in steps)
            {
                run.Apply(step);
            }
        });

    private readonly record struct Step(StepKind Kind, int First, int Second);

    private sealed class ModelMessage(Guid id, string group)
    {
        public Guid Id { get; } = id;

        public string Group { get; } = group;

        public long VisibleAt { get; set; }

        public int Receives { get; set; }

        public ReceiptHandle Latest { get; set; }
    }

    private sealed class Run
    {
        private static readonly QueueIdentity Identity = new(1, new QueueKey(Queues.Scope, "model.fifo"), 0);

        private readonly MemoryLog _log = new();
        private readonly List<ModelMessage> _model = [];
        private readonly Dictionary<string, (Guid Id, long At)> _sent = [];
        private readonly List<ReceivedMessage> _received = [];
        private QueueCore _core;
        private long _now = 1_767_225_600_000;

        public Run() => _core = Open();

        public void Apply(Step step)
        {
            switch (step.Kind)
            {
                case StepKind.Send: Send($"group {step.First}", $"id {step.Second}"); break;
                case StepKind.Receive: Receive(step.First, TimeSpan.FromSeconds(step.Second)); break;
                case StepKind.Delete: WithReceived(step.First, Delete); break;
                case StepKind.Change: WithReceived(step.First, message => Change(message, TimeSpan.FromSeconds(step.Second))); break;
                case StepKind.Restart: Restart(fromSnapshot: step.First == 1); break;
                default: _now += step.First * 1000L; break;
            }

            var counts = _core.Count(_now);
            counts.Total.ShouldBe(_model.Count);
            counts.InFlight.ShouldBe(_model.Count(message => message.VisibleAt > _now));
        }

        private QueueCore Open() => new(Identity, QueueSettings.DefaultFifo, _log, static _ => null);

        private void Restart(bool fromSnapshot)
        {
            var kept = fromSnapshot ? _core.Snapshot().ConvertAll(MemoryLog.Encode) : [.. _log.Changes];
            _core = Open();
            foreach (var change in kept)
            {
                _core.Restore(QueueChangeCodec.Read(change));
            }
        }

        private void Send(string group, string deduplicationId)
        {
            var id = Guid.NewGuid();
            var sent = _core.Send(id, new MessageContent("body") { GroupId = group, DeduplicationId = deduplicationId }, "sender", null, _now);
            if (_sent.TryGetValue(deduplicationId, out var earlier) && earlier.At + 300_000 > _now)
            {
                sent.Id.ShouldBe(earlier.Id);
                return;
            }

            sent.Id.ShouldBe(id);
            _sent[deduplicationId] = (id, _now);
            _model.Add(new ModelMessage(id, group));
        }

        private void Receive(int maximum, TimeSpan visibility)
        {
            var free = _model.GroupBy(message => message.Group).Where(group => group.All(message => message.VisibleAt <= _now)).ToList();
            var messages = _core.Receive(new ReceiveRequest(maximum, TimeSpan.Zero, visibility), _now);
            messages.Length.ShouldBe(Math.Min(maximum, free.Sum(group => group.Count())));
            foreach (var group in messages.GroupBy(message => message.Content.GroupId))
            {
                group.Select(message => message.Id).ShouldBe(
                    free.Single(other => other.Key == group.Key).Take(group.Count()).Select(message => message.Id));
            }

            foreach (var message in messages)
            {
                var model = _model.Single(other => other.Id == message.Id);
                message.ReceiveCount.ShouldBe(++model.Receives);
                model.VisibleAt = _now + (long)visibility.TotalMilliseconds;
                model.Latest = message.Handle;
                _received.Add(message);
            }
        }

        private void Delete(ReceivedMessage message)
        {
            var model = _model.Find(other => other.Id == message.Id);
            var isCurrent = model is null || (model.Latest == message.Handle && model.VisibleAt > _now);
            _core.Delete(message.Handle, _now).ShouldBe(isCurrent);
            if (isCurrent && model is not null)
            {
                _model.Remove(model);
            }
        }

        private void Change(ReceivedMessage message, TimeSpan visibility)
        {
            var model = _model.Find(other => other.Id == message.Id);
            var expected = model is null ? VisibilityOutcome.NoSuchMessage
                : model.Latest == message.Handle && model.VisibleAt > _now ? VisibilityOutcome.Changed
                : VisibilityOutcome.NotInFlight;
            _core.ChangeVisibility(message.Handle, visibility, _now).ShouldBe(expected);
            if (expected == VisibilityOutcome.Changed)
            {
                model!.VisibleAt = _now + (long)visibility.TotalMilliseconds;
            }
        }

        private void WithReceived(int which, Action<ReceivedMessage> apply)
        {
            if (_received.Count > 0)
            {
                apply(_received[which % _received.Count]);
            }
        }
    }

    private sealed class MemoryLog : IStateLog
    {
        public List<byte[]> Changes { get; } = [];

        public static byte[] Encode(StateChange change)
        {
            var bytes = new ArrayBufferWriter<byte>();
            change.Encode(bytes);
            return bytes.WrittenSpan.ToArray();
        }

        public void Append(StateChange change) => Changes.Add(Encode(change));

        public ValueTask FlushAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
