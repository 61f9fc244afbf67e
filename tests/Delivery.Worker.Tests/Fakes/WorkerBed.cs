using System.Text;
using Delivery.Worker.AsyncInvocation;
using Delivery.Worker.EventSource;
using Delivery.Worker.Functions;
using Delivery.Worker.Invocation;
using Delivery.Worker.Orders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Polly.Registry;
using Scenarios.Settings;
using ServiceDefaults.Randomness;

namespace Delivery.Worker.Tests.Fakes;

/// <summary>The worker's parts on a clock that the test moves, with AWS and the downstream under its control.</summary>
internal sealed class WorkerBed : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ServiceProvider _services;
    private readonly string? _stateDirectory;
    private int _lastOrder;

    public WorkerBed(SystemSettings? settings = null, string? stateDirectory = null)
    {
        Settings = settings ?? new SystemSettings();
        Live = new LiveSettings(Settings);
        _stateDirectory = stateDirectory;
        Downstream = new FakeDownstream(Clock);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Live);
        services.AddSingleton(new RandomSource(1, "test"));
        services.AddDeliveryPipeline();
        _services = services.BuildServiceProvider();

        Targets = new DeliveryTargets(Parameters, new FakeSecrets(), Settings, Clock);
        Function = new DeliveryFunction(
            Targets,
            new DeliveryClient(new HttpClient(Downstream), Meters),
            _services.GetRequiredService<ResiliencePipelineProvider<string>>(),
            NullLogger<DeliveryFunction>.Instance);
        Ledger = new OrderLedger(StateFile("ledger"), Clock, Meters);
        Concurrency = new AccountConcurrency(Live, Clock, Meters);
        Runtime = new FunctionRuntime(Concurrency, Live, Clock, Meters, NullLogger<FunctionRuntime>.Instance);
        Handler = new OrderHandler(Function, Ledger, Live);
        Journal = new EventJournal(StateFile("journal"));
        Async = new AsyncInvoker(
            Journal,
            Runtime,
            Handler,
            new OnFailureDestination(Queue, Settings, Clock, Meters, NullLogger<OnFailureDestination>.Instance),
            Ledger,
            Live,
            Clock,
            Meters,
            NullLogger<AsyncInvoker>.Instance);
        Mapping = new EventSourceMapping(
            new SourceQueue(Queue, Live), new BatchInvoker(Runtime, Handler), Live, Clock, NullLogger<EventSourceMapping>.Instance);
    }

    public SystemSettings Settings { get; }

    /// <summary>The same, as the parts read them.</summary>
    public LiveSettings Live { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public FakeMeters Meters { get; } = new();

    public FakeParameters Parameters { get; } = new();

    public FakeQueue Queue { get; } = new();

    public FakeDownstream Downstream { get; }

    public DeliveryTargets Targets { get; }

    public DeliveryFunction Function { get; }

    public OrderLedger Ledger { get; }

    public AccountConcurrency Concurrency { get; }

    public FunctionRuntime Runtime { get; }

    public OrderHandler Handler { get; }

    public EventJournal Journal { get; }

    public AsyncInvoker Async { get; }

    public EventSourceMapping Mapping { get; }

    /// <summary>The envelope of a new order.</summary>
    public string NewEnvelope(string? correlationId = null)
    {
        var number = ++_lastOrder;
        var id = correlationId ?? Guid.CreateVersion7(Clock.GetUtcNow()).ToString();
        return $$$"""{"id":"e{{{number}}}","time":"2026-01-01T00:00:00Z","detail":{"order_id":"o{{{number}}}","meta_data":{"correlation_id":"{{{id}}}"} } }""";
    }

    /// <summary>Puts a new order on the asynchronous queue.</summary>
    public OrderEvent Accept(string? correlationId = null)
    {
        var payload = Encoding.UTF8.GetBytes(NewEnvelope(correlationId));
        var order = OrderEvent.Parse(payload)!;
        Async.Accept(order, payload, default);
        return order;
    }

    /// <summary>Moves the clock on, a little at a time, until something is the case.</summary>
    public async Task AdvanceUntilAsync(Func<bool> isCase, TimeSpan atMost)
    {
        var step = TimeSpan.FromSeconds(1);
        for (var moved = TimeSpan.Zero; moved <= atMost; moved += step)
        {
            await SettleAsync();
            if (isCase())
            {
                return;
            }

            Clock.Advance(step);
        }

        await EventuallyAsync(isCase);
    }

    /// <summary>Waits, in real time and not for ever, until something is the case without moving the clock.</summary>
    public static async Task EventuallyAsync(Func<bool> isCase)
    {
        for (var start = TimeProvider.System.GetTimestamp(); !isCase();)
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Patience, "Waited too long.");
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }
    }

    /// <summary>Lets the work that a step of the clock set free run.</summary>
    public static async Task SettleAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    public void Dispose()
    {
        Ledger.Dispose();
        Journal.Dispose();
        Meters.Dispose();
        _services.Dispose();
    }

    private string? StateFile(string name) => _stateDirectory is null ? null : Path.Combine(_stateDirectory, name);
}
