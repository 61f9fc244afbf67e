using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.State;

/// <summary>Where a service keeps what must outlive its process.</summary>
/// <param name="Path">The folder; null: in memory, and lost with the process.</param>
public sealed record StateDirectory(string? Path)
{
    /// <summary>Key: the folder. Default none.</summary>
    public const string Key = "StateDirectory";

    /// <summary>Reads the key, and makes the folder if need be, for nobody's eyes but the user's.</summary>
    /// <exception cref="OptionsValidationException">It cannot be a folder to write to.</exception>
    public static StateDirectory Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration[Key] is not { } path || string.IsNullOrWhiteSpace(path))
        {
            return new StateDirectory((string?)null);
        }

        try
        {
            return new StateDirectory(PrivateDirectory.Create(path));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OptionsValidationException(
                Key, typeof(StateDirectory), [$"{Key} = \"{path}\": must be a folder that can be written to."]);
        }
    }

    /// <summary>A file in the folder, or null if there is none.</summary>
    public string? File(string name) => Path is null ? null : System.IO.Path.Combine(Path, name);
}
