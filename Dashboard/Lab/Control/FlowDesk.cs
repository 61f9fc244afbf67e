using Amazon.Runtime;
using Dashboard.Cloud;
using Dashboard.Runs;

namespace Dashboard.Lab.Control;

/// <summary>
/// The switch of flow control, for the page and for the run: its state is asked for while somebody looks or a run is on, since others
/// may update the stack too.
/// </summary>
internal sealed class FlowDesk(IServiceProvider services, RunBook book, Audience audience, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly FlowSwitch? _switch = services.GetService<FlowSwitch>();
    private volatile LabAnswer<FlowControlState>? _latest;

    /// <summary>Whether there is a stack to switch: a dashboard that runs alone has none.</summary>
    public bool HasStack => _switch is not null;

    /// <summary>The latest answer; null: not asked yet.</summary>
    public LabAnswer<FlowControlState>? Latest => _latest;

    /// <summary>Asks which way it is.</summary>
    public async Task<LabAnswer<FlowControlState>> ReadAsync(CancellationToken cancellationToken)
    {
        using var unrecorded = UnrecordedLook.Begin();
        var turns = _switch?.Turns;
        var answer = await AskAsync(flowSwitch => flowSwitch.ReadAsync(cancellationToken), isKept: true);
        if (answer.Value is { Settled: true } state && turns == _switch!.Turns)
        {
            // What was answered before a turn says nothing about the way after it.
            book.NoteFlip(state.Enabled);
        }

        return answer;
    }

    /// <summary>Begins to turn it.</summary>
    public Task<LabAnswer<FlowControlState>> TurnAsync(bool enabled, CancellationToken cancellationToken) =>
        AskAsync(flowSwitch => flowSwitch.TurnAsync(enabled, cancellationToken), isKept: false);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Interval, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (audience.IsWatching || book.IsOn)
                {
                    await ReadAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    /// <param name="ask">What is asked.</param>
    /// <param name="isKept">Whether a refusal says something about the switch, and not only about the wish.</param>
    private async Task<LabAnswer<FlowControlState>> AskAsync(Func<FlowSwitch, Task<FlowControlState>> ask, bool isKept)
    {
        LabAnswer<FlowControlState> answer;
        try
        {
            answer = _switch is null
                ? new LabAnswer<FlowControlState>(null, "This dashboard was started without a cloud: there is no stack to switch.")
                : new LabAnswer<FlowControlState>(await ask(_switch), null);
        }
        catch (Exception refused) when (refused is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException or FlowSwitchBusyException)
        {
            answer = new LabAnswer<FlowControlState>(null, refused.Message);
        }

        if (isKept || answer.Problem is null)
        {
            _latest = answer;
        }

        return answer;
    }
}
