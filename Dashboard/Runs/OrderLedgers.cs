using System.Globalization;
using System.Text.Json;
using Dashboard.Api;

namespace Dashboard.Runs;

/// <summary>The services' own lists of orders: which SlowApi processed, and which Delivery.Worker dropped.</summary>
internal sealed partial class OrderLedgers(HttpClient http, TimeProvider clock, ILogger<OrderLedgers> logger)
{
    private const string DroppedLedger = "http://delivery-worker/orders/dropped";
    private const string ProcessedLedger = "http://slow-api/orders/processed";
    private const int TimestampDigits = 12;
    private const char Version7 = '7';
    private const int VersionDigit = 14;

    /// <summary>For both questions together.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How many orders accepted since <paramref name="from"/> (simulated time) were processed and dropped all the same; null if a ledger did not answer.</summary>
    public async Task<long?> CountProcessedThoughDroppedAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var dropped = await ReadAsync(DroppedLedger, either.Token);
            if (dropped.Count == 0)
            {
                return 0;
            }

            dropped.IntersectWith(await ReadAsync(ProcessedLedger, either.Token));
            return dropped.Count(id => IsSince(id, from));
        }
        catch (Exception failure) when (
            failure is HttpRequestException or JsonException or InvalidOperationException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogNoAnswer(failure.Message);
            return null;
        }
    }

    /// <summary>A correlation id is a UUID of version 7, which begins with its time; of any other we cannot tell and count it.</summary>
    internal static bool IsSince(string correlationId, DateTimeOffset from)
    {
        if (!Guid.TryParseExact(correlationId, "D", out _) || correlationId[VersionDigit] != Version7)
        {
            return true;
        }

        var digits = correlationId.Replace("-", "", StringComparison.Ordinal)[..TimestampDigits];
        return long.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) >= from.ToUnixTimeMilliseconds();
    }

    private async Task<HashSet<string>> ReadAsync(string ledger, CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync(ledger, ApiJson.Default.HashSetString, cancellationToken) ?? [];

    [LoggerMessage(LogLevel.Warning, "An order ledger did not answer, orders processed though dropped are not known: {Problem}")]
    private partial void LogNoAnswer(string problem);
}
