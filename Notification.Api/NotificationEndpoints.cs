using Notification.Api.Functions;

namespace Notification.Api;

/// <summary>The endpoints; every refusal of theirs has the shape of <c>POST /notify</c>'s.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotificationApi(this WebApplication app)
    {
        // Made now, not with the first order: a client that cannot be made is to end the start, and the counts go on at once.
        app.Services.GetRequiredService<NotificationFunction>();
        app.Services.GetRequiredService<NotificationMetrics>();

        app.UseExceptionHandler(static failed => failed.Run(static context =>
            Answers.RefuseAsync(context, StatusCodes.Status400BadRequest, "The order could not be processed; the fault is on our side.")));

        app.MapPost("/notify", NotifyEndpoint.HandleAsync);
        app.MapGet("/", static () => Results.Json(ServiceCard.NotificationApi, NotificationJson.Default.ServiceCard));
        app.MapFallback("{**path}", static (HttpContext context) =>
            Answers.RefuseAsync(context, StatusCodes.Status404NotFound, "There is nothing here for this method and path: an order is sent with POST /notify."));
    }
}
