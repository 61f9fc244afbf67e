using LocalAws.EventBridge;
using Microsoft.Extensions.Options;
using ServiceDefaults.Hosting;

namespace LocalAws;

/// <summary>The section <c>LocalAws</c>: how this copy of AWS presents itself.</summary>
internal sealed record LocalAwsOptions
{
    private const string Section = "LocalAws";

    /// <summary>What the keys of access keys begin with; their ids follow.</summary>
    public const string AccessKeysSection = $"{Section}:{nameof(AccessKeys)}:";

    private const int AccountLength = 12;
    private const int SmallestBody = 1024;
    private const int SmallestLog = 64 * 1024;

    /// <summary>The keys that have one value.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        $"{Section}:{nameof(AccountId)}", $"{Section}:{nameof(Region)}", $"{Section}:{nameof(MaximumRequestBytes)}",
        $"{Section}:{nameof(DataDirectory)}", $"{Section}:{nameof(Ephemeral)}", $"{Section}:{nameof(CompactAfterBytes)}",
        $"{Section}:{nameof(RequireSignature)}",
    ];

    /// <summary>The account id in every ARN, 12 digits. Default 000000000000, as LocalStack's.</summary>
    public string AccountId { get; init; } = "000000000000";

    /// <summary>The Region of calls whose signature names none. Default us-east-1.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The longest request body that is read, bytes. Default 8 MiB: a batch of SQS at its 1 MiB limit, escapes included.</summary>
    public int MaximumRequestBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Where the state is kept. Default: LocalAws within the user's local application data.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Keep nothing: the state lives as long as the process. Default false.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>How long the log of the state may grow, bytes, before a snapshot takes its place. Default 32 MiB.</summary>
    public long CompactAfterBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Refuse calls that are not signed with one of <see cref="AccessKeys"/>. Default false.</summary>
    public bool RequireSignature { get; init; }

    /// <summary>The secret of each access key. None given: <c>test</c> with the secret <c>test</c>.</summary>
    public IReadOnlyDictionary<string, string> AccessKeys { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="OptionsValidationException">A value is not allowed, or nothing reads a key of the section.</exception>
    public static LocalAwsOptions Read(IConfiguration configuration)
    {
        string[] unknown = [.. FindUnknown(configuration.GetSection(Section))];
        if (unknown.Length > 0)
        {
            throw new OptionsValidationException(Section, typeof(LocalAwsOptions), unknown);
        }

        var options = Bind(configuration);
        options = options with
        {
            DataDirectory = string.IsNullOrEmpty(options.DataDirectory) ? DefaultDirectory() : options.DataDirectory,
            AccessKeys = options.AccessKeys.Count > 0 ? options.AccessKeys : new Dictionary<string, string> { ["test"] = "test" },
        };
        string[] failures = [.. Check(options)];
        return failures.Length == 0 ? options : throw new OptionsValidationException(Section, typeof(LocalAwsOptions), failures);
    }

    /// <summary>Keys that are misspelt, wherever they stand: in the environment, in appsettings.json or on the command line.</summary>
    private static IEnumerable<string> FindUnknown(IConfigurationSection section)
    {
        string[] known = [.. Keys, .. EventBridgeOptions.Keys];
        return section.AsEnumerable()
            .Where(static pair => !string.IsNullOrEmpty(pair.Value))
            .Select(static pair => pair.Key)
            .Where(key => !key.Equals(Section, StringComparison.OrdinalIgnoreCase)
                && !key.StartsWith(AccessKeysSection, StringComparison.OrdinalIgnoreCase)
                && !known.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(key => $"{key}: no such option; {(Suggestion.Nearest(key, known) is { } near ? $"did you mean {near}? See" : "see")} --help.");
    }

    private static LocalAwsOptions Bind(IConfiguration configuration)
    {
        try
        {
            return configuration.GetSection(Section).Get<LocalAwsOptions>() ?? new LocalAwsOptions();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new OptionsValidationException(Section, typeof(LocalAwsOptions), [unreadable.Message]);
        }
    }

    private static string? DefaultDirectory() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } data
            ? Path.Combine(data, "LocalAws")
            : null;

    private static IEnumerable<string> Check(LocalAwsOptions options)
    {
        if (options.AccountId.Length != AccountLength || !options.AccountId.All(char.IsAsciiDigit))
        {
            yield return $"{Section}:AccountId = {options.AccountId}: must be {AccountLength} digits.";
        }

        if (options.Region.Length == 0 || !options.Region.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            yield return $"{Section}:Region = {options.Region}: must be the name of a Region, such as us-east-1.";
        }

        if (options.MaximumRequestBytes < SmallestBody)
        {
            yield return $"{Section}:MaximumRequestBytes = {options.MaximumRequestBytes}: must be {SmallestBody} or more.";
        }

        if (options.CompactAfterBytes < SmallestLog)
        {
            yield return $"{Section}:CompactAfterBytes = {options.CompactAfterBytes}: must be {SmallestLog} or more.";
        }

        if (options is { Ephemeral: false, DataDirectory: null })
        {
            yield return $"{Section}:DataDirectory must be given (--data DIRECTORY), or --ephemeral: this user has no directory for application data.";
        }

        foreach (var id in options.AccessKeys.Where(static key => key.Value.Length == 0).Select(static key => key.Key))
        {
            yield return $"{Section}:AccessKeys:{id}: must have a secret.";
        }
    }
}
