namespace Delivery.Worker.Functions;

/// <summary>Where to deliver, and with which key.</summary>
/// <param name="Endpoint">The URL to post to.</param>
/// <param name="ApiKey">The value of <c>x-api-key</c>.</param>
internal sealed record DeliveryTarget(Uri Endpoint, string ApiKey)
{
    /// <summary>The record's own text would put the key into logs.</summary>
    public override string ToString() => Endpoint.ToString();
}
