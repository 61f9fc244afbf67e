using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Scenarios.Settings;

/// <summary><c>/settings</c> of a service: what applies now, and changes to it.</summary>
public static partial class SettingsEndpoints
{
    private const string Path = "/settings";
    private const int MaximumBodyBytes = 64 * 1024;

    /// <summary>
    /// Maps <c>GET /settings</c> and <c>PUT /settings</c>, which changes what its body names (<see cref="LiveSettings.Change"/>) and answers
    /// as GET does. Refusals are problems of RFC 9457: 400 names key, value and what is allowed; 413 and 415 an unfit body.
    /// </summary>
    public static void MapSettings(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGet(Path, static (LiveSettings settings) => Results.Json(settings.View, SettingsJson.Default.SettingsView));
        app.MapPut(Path, ChangeAsync);
    }

    private static async Task<IResult> ChangeAsync(
        HttpRequest request, LiveSettings settings, ILogger<LiveSettings> logger, CancellationToken cancellationToken)
    {
        // No page of another site can send this type without asking first.
        if (!request.HasJsonContentType())
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "The body must be application/json.");
        }

        if (request.ContentLength is not <= MaximumBodyBytes)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, $"The body must be at most {MaximumBodyBytes} bytes long, with a Content-Length.");
        }

        try
        {
            using var change = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            var view = settings.Change(change.RootElement);
            if (logger.IsEnabled(LogLevel.Information))
            {
                LogChanged(logger, view.Revision, change.RootElement.GetRawText());
            }

            return Results.Json(view, SettingsJson.Default.SettingsView);
        }
        catch (JsonException malformed)
        {
            return Refuse(StatusCodes.Status400BadRequest, $"The body is not JSON: {malformed.Message}");
        }
        catch (OptionsValidationException refused)
        {
            return Refuse(StatusCodes.Status400BadRequest, string.Join("\n", refused.Failures));
        }
    }

    private static IResult Refuse(int status, string detail) =>
        Results.Problem(detail, statusCode: status, title: "The settings are refused");

    [LoggerMessage(1, LogLevel.Information, "Settings revision {Revision}: {Change}")]
    private static partial void LogChanged(ILogger logger, int revision, string change);
}
