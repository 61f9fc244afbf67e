using System.Text.Json;

namespace Scenarios.Costs;

/// <summary>
/// What AWS asks for, in one file: <c>Scenarios/Costs/prices.json</c>. First tier of each price, without the free tier. Sources: the
/// price tables "AWS Lambda Pricing" (arm64), "Amazon EventBridge Pricing" (custom events), "Amazon SQS Pricing" (standard queues) and
/// "Amazon API Gateway Pricing" (REST APIs).
/// </summary>
public sealed record PriceList
{
    /// <summary>The Region that the prices are of.</summary>
    public required string Region { get; init; }

    /// <summary>The day that the prices were read.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>ISO 4217 code of the currency of all prices.</summary>
    public required string Currency { get; init; }

    /// <summary>A million invocations.</summary>
    public required decimal LambdaMillionRequests { get; init; }

    /// <summary>A gigabyte of memory for a second; billed by the millisecond.</summary>
    public required decimal LambdaGigabyteSecond { get; init; }

    /// <summary>A million custom events of up to 64 KB each.</summary>
    public required decimal EventBridgeMillionEvents { get; init; }

    /// <summary>A million requests of up to 64 KB each.</summary>
    public required decimal SqsMillionRequests { get; init; }

    /// <summary>A million calls. Those that a usage plan throttles, or that lack a valid key, are not charged.</summary>
    public required decimal ApiGatewayMillionRequests { get; init; }

    /// <summary>The prices that travel with this room.</summary>
    public static PriceList Current { get; } = Read();

    private static PriceList Read()
    {
        using var file = typeof(PriceList).Assembly.GetManifestResourceStream("Scenarios.Costs.prices.json")!;
        return JsonSerializer.Deserialize(file, PriceJson.Default.PriceList)!;
    }
}
