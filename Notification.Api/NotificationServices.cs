using Amazon.EventBridge;
using Notification.Api.Events;
using Notification.Api.Functions;
using Notification.Api.Orders;
using ServiceDefaults.Aws;
using ServiceDefaults.State;

namespace Notification.Api;

/// <summary>What Notification.Api is made of: a function that turns an order into an event, and the bus that takes it.</summary>
internal static class NotificationServices
{
    public static void AddNotificationApi(this WebApplicationBuilder builder)
    {
        var aws = builder.AddAwsEnvironment();
        builder.AddAwsClient<IAmazonEventBridge>();

        // The size of a body is ours to judge, in the shape that our callers know.
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddSingleton(NotificationSettings.Read(builder.Configuration, aws.Region));
        var state = StateDirectory.Read(builder.Configuration);
        builder.Services.AddSingleton(_ => new OrderLedger(state));
        builder.Services.AddSingleton<NotificationMetrics>();
        builder.Services.AddSingleton(services =>
            new OrderEvents(services.GetRequiredService<IAmazonEventBridge>(), services.GetRequiredService<NotificationSettings>(), builder.Environment));
        builder.Services.AddSingleton<NotificationFunction>();
        builder.Services.AddHostedService<UnsettledPublisher>();
    }
}
