using System.Buffers;

namespace Notification.Api.Orders;

/// <summary>Reads a request's body, but never more of it than an event can hold.</summary>
internal static class OrderBody
{
    /// <summary>Reads the body.</summary>
    /// <returns>The body, or why there is none.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, Refusal? Refusal)> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return (default, Refusal.TooLarge(limit));
        }

        try
        {
            while (true)
            {
                var read = await request.BodyReader.ReadAsync(cancellationToken);
                if (read.Buffer.Length > limit)
                {
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    return (default, Refusal.TooLarge(limit));
                }

                if (read.IsCompleted)
                {
                    var body = read.Buffer.ToArray();
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    return (body, null);
                }

                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (Exception failed) when (failed is IOException or OperationCanceledException)
        {
            // Chunks that are none, a caller that sends too slowly or went away in the middle.
            return (default, Refusal.Unreadable);
        }
    }
}
