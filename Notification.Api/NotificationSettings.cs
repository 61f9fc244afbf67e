using System.Globalization;
using Microsoft.Extensions.Options;

namespace Notification.Api;

/// <summary>The section <c>Notification</c>, and the bus that the stack made.</summary>
internal sealed record NotificationSettings
{
    private const string Section = "Notification";

    /// <summary>The key under which the stack's output arrives.</summary>
    private const string EventBusKey = "AWS:Resources:EventBusName";

    private const int LargestEvent = 16 * 1024 * 1024;

    /// <summary>The function's name, which is the events' source. Default <c>notification-function</c>.</summary>
    public string FunctionName { get; init; } = "notification-function";

    /// <summary>The function's ARN, the events' one resource. Default: that of the function in account 000000000000.</summary>
    public string FunctionArn { get; init; } = "";

    /// <summary>
    /// The size that an event may have, bytes. Default 1 MiB, as the current documentation of PutEvents has it; 262,144
    /// in older pages.
    /// </summary>
    public int MaximumEventBytes { get; init; } = 1024 * 1024;

    /// <summary>The bus that events are put on. Default <c>sls-observe</c>.</summary>
    public string EventBusName { get; init; } = "sls-observe";

    /// <summary>Reads the settings.</summary>
    /// <param name="region">The Region of the function's default ARN.</param>
    /// <exception cref="OptionsValidationException">A setting is refused.</exception>
    public static NotificationSettings Read(IConfiguration configuration, string region)
    {
        List<string> problems = [];
        NotificationSettings settings = new();
        foreach (var setting in configuration.GetSection(Section).GetChildren().Where(setting => !string.IsNullOrEmpty(setting.Value)))
        {
            var value = setting.Value!;
            switch (setting.Key.ToUpperInvariant())
            {
                case "FUNCTIONNAME" when value.Length <= 64 && value.All(IsNameLetter):
                    settings = settings with { FunctionName = value };
                    break;
                case "FUNCTIONNAME":
                    problems.Add($"{setting.Path} = \"{value}\": must be a function's name, 1 to 64 letters, digits, hyphens or underscores.");
                    break;
                case "FUNCTIONARN" when value.StartsWith("arn:", StringComparison.Ordinal):
                    settings = settings with { FunctionArn = value };
                    break;
                case "FUNCTIONARN":
                    problems.Add($"{setting.Path} = \"{value}\": must be an ARN, such as arn:aws:lambda:eu-west-1:000000000000:function:name.");
                    break;
                case "MAXIMUMEVENTBYTES" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                    && bytes is >= 1024 and <= LargestEvent:
                    settings = settings with { MaximumEventBytes = bytes };
                    break;
                case "MAXIMUMEVENTBYTES":
                    problems.Add($"{setting.Path} = \"{value}\": must be a whole number from 1024 to {LargestEvent}.");
                    break;
                default:
                    problems.Add($"{setting.Path}: no such setting; known here: FunctionArn, FunctionName, MaximumEventBytes.");
                    break;
            }
        }

        return problems.Count == 0
            ? settings with
            {
                FunctionArn = settings.FunctionArn is "" ? $"arn:aws:lambda:{region}:000000000000:function:{settings.FunctionName}" : settings.FunctionArn,
                EventBusName = configuration[EventBusKey] is { Length: > 0 } bus ? bus : settings.EventBusName,
            }
            : throw new OptionsValidationException(Section, typeof(NotificationSettings), problems);
    }

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
