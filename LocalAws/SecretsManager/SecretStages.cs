using System.Collections.Immutable;

namespace LocalAws.SecretsManager;

/// <summary>How staging labels move from version to version. Source: API_PutSecretValue.</summary>
internal static class SecretStages
{
    /// <summary>Label of the version in use.</summary>
    public const string Current = "AWSCURRENT";

    /// <summary>Label of the version that was in use before.</summary>
    public const string Previous = "AWSPREVIOUS";

    /// <summary>
    /// Adds a version with its labels: each label leaves the version that has it, the version that loses AWSCURRENT
    /// gets AWSPREVIOUS, and versions that are left without a label go.
    /// </summary>
    public static ImmutableList<SecretVersion> Add(ImmutableList<SecretVersion> versions, SecretVersion added)
    {
        var takesCurrent = added.Stages.Contains(Current);
        return
        [
            .. versions.Select(Relabel).Where(static version => version.Stages.Count > 0),
            added,
        ];

        SecretVersion Relabel(SecretVersion version)
        {
            var stages = version.Stages.Except(added.Stages);
            if (takesCurrent)
            {
                stages = version.Stages.Contains(Current) ? stages.Add(Previous) : stages.Remove(Previous);
            }

            return version with { Stages = stages };
        }
    }
}
