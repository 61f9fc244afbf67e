using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Notification.Api;

/// <summary>Writes the answers. They are written whole even if the caller is gone: nobody is there to notice, and it is no error of ours.</summary>
internal static class Answers
{
    public static Task AcceptAsync(HttpContext context, string requestId, string correlationId) =>
        WriteAsync(context, StatusCodes.Status200OK, new AcceptedAnswer(requestId, correlationId), NotificationJson.Default.AcceptedAnswer);

    public static Task RefuseAsync(HttpContext context, int status, string error) =>
        WriteAsync(context, status, new RefusedAnswer("", error), NotificationJson.Default.RefusedAnswer);

    private static async Task WriteAsync<T>(HttpContext context, int status, T answer, JsonTypeInfo<T> type)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, type);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, CancellationToken.None);
    }
}
