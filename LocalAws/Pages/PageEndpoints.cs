using System.Text;
using LocalAws.Hosting;
using LocalAws.Protocol;
using LocalAws.Sqs.Queues;
using LocalAws.State;

namespace LocalAws.Pages;

/// <summary>
/// The web page at <c>/_localaws/</c>, for a browser on this machine. Where signatures are required there is none: a
/// browser cannot sign.
/// </summary>
internal static class PageEndpoints
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services.AddSingleton<QueuePages>().AddSingleton<EventPages>().AddSingleton<ConfigurationPages>();

    public static void MapPages(this WebApplication app)
    {
        var pages = app.MapGroup(Layout.Root).AddEndpointFilter(GuardAsync);
        pages.MapGet("", static (QueuePages queues) => Show(queues.List()));
        pages.MapGet("queues/{region}/{account}/{name}", static (string region, string account, string name, QueuePages queues) =>
            Show(queues.Show(Key(region, account, name))));
        pages.MapPost("queues/{region}/{account}/{name}/send", SendAsync);
        pages.MapPost("queues/{region}/{account}/{name}/purge", PurgeAsync);
        pages.MapGet("events", static (EventPages events) => Show(events.Show()));
        pages.MapGet("events/try", static (string region, string bus, string rule, EventPages events) => Show(events.Try(region, bus, rule)));
        pages.MapPost("events/try", static async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return Show(EventPages.Test(form["pattern"].ToString(), form["event"].ToString()));
        });
        pages.MapGet("parameters", static (ConfigurationPages configuration) => Show(configuration.Parameters()));
        pages.MapGet("secrets", static (ConfigurationPages configuration) => Show(configuration.Secrets()));
        pages.MapGet("stacks", static (ConfigurationPages configuration) => Show(configuration.Stacks()));
        pages.MapGet("page.css", static () =>
            Results.Stream(typeof(PageEndpoints).Assembly.GetManifestResourceStream("page.css")!, "text/css"));
        pages.Map("{**path}", static (HttpContext context) => NotFound(Html.Of($"""
            <p>There is nothing at <code>{context.Request.Path.Value}</code>. What is here:</p>
            {Layout.Contents}
            """)));
    }

    private static async Task<IResult> SendAsync(
        string region, string account, string name, HttpContext context, QueuePages queues, IStateLog log)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var said = queues.Send(Key(region, account, name), form["body"].ToString());
        await log.FlushAsync(context.RequestAborted);
        return Show(queues.Show(Key(region, account, name), said));
    }

    private static async Task<IResult> PurgeAsync(
        string region, string account, string name, HttpContext context, QueuePages queues, IStateLog log)
    {
        var said = queues.Purge(Key(region, account, name));
        await log.FlushAsync(context.RequestAborted);
        return Show(queues.Show(Key(region, account, name), said));
    }

    private static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        if (!context.IsFromHere() || context.RequestServices.GetRequiredService<LocalAwsOptions>().RequireSignature)
        {
            return Results.Text("This page is for a browser on this machine, and off where signatures are required.\n", statusCode: StatusCodes.Status403Forbidden);
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin";
        return await next(call);
    }

    private static IResult Show(Html? page) => page is { } found
        ? Results.Text(found.Text, "text/html", Encoding.UTF8)
        : NotFound(Html.Of($"""<p class="empty">There is no such thing (any more).</p>"""));

    private static IResult NotFound(Html said) =>
        Results.Text(Layout.Page(null, "Not here", said).Text, "text/html", Encoding.UTF8, StatusCodes.Status404NotFound);

    private static QueueKey Key(string region, string account, string name) => new(new AwsScope(account, region), name);
}
