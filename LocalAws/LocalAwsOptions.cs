using Microsoft.Extensions.Options;

namespace LocalAws;

/// <summary>The section <c>LocalAws</c>: how this copy of AWS presents itself.</summary>
internal sealed record LocalAwsOptions
{
    private const string Section = "LocalAws";
    private const int AccountLength = 12;
    private const int SmallestBody = 1024;

    /// <summary>The account id in every ARN, 12 digits. Default 000000000000, as LocalStack's.</summary>
    public string AccountId { get; init; } = "000000000000";

    /// <summary>The Region of calls whose signature names none. Default us-east-1.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The longest request body that is read, bytes. Default 8 MiB: a batch of SQS at its 1 MiB limit, escapes included.</summary>
    public int MaximumRequestBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="OptionsValidationException">A value is not allowed.</exception>
    public static LocalAwsOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<LocalAwsOptions>() ?? new LocalAwsOptions();
        string[] failures = [.. Check(options)];
        return failures.Length == 0 ? options : throw new OptionsValidationException(Section, typeof(LocalAwsOptions), failures);
    }

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
    }
}
