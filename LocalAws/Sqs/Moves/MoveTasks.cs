using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Moves;

/// <summary>The message move tasks of all queues, the ten latest of each. Source: API_StartMessageMoveTask.</summary>
internal sealed class MoveTasks(QueueStore queues, TimeProvider clock)
{
    private const int Kept = 10;

    private readonly Dictionary<string, List<MoveTask>> _bySource = new(StringComparer.Ordinal);
    private readonly Lock _changes = new();

    /// <summary>Starts a task; null: one is active already.</summary>
    public MoveTask? Start(Queue source, string? destinationArn, int? rate)
    {
        MoveTask task;
        lock (_changes)
        {
            if (!_bySource.TryGetValue(source.Arn, out var tasks))
            {
                _bySource[source.Arn] = tasks = [];
            }

            if (tasks.Exists(static task => task.IsActive))
            {
                return null;
            }

            task = new MoveTask(source, destinationArn, rate, clock.GetUtcNow());
            tasks.Insert(0, task);
            tasks.RemoveRange(Math.Min(Kept, tasks.Count), Math.Max(0, tasks.Count - Kept));
        }

        _ = Task.Run(() => task.RunAsync(queues.FindByArn, clock));
        return task;
    }

    /// <summary>The tasks of a source, the latest first.</summary>
    public IReadOnlyList<MoveTask> Of(string sourceArn)
    {
        lock (_changes)
        {
            return _bySource.TryGetValue(sourceArn, out var tasks) ? [.. tasks] : [];
        }
    }
}
