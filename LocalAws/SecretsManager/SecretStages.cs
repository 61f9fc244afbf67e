using System.Collections.Immutable;
using LocalAws.Protocol;

namespace LocalAws.SecretsManager;

/// <summary>How staging labels move from version to version. Source: API_PutSecretValue.</summary>
internal static class SecretStages
{
    /// <summary>Versions kept of one secret. Source: AWS Secrets Manager quotas.</summary>
    private const int MostVersions = 100;

    /// <summary>Label of the version in use.</summary>
    public const string Current = "AWSCURRENT";

    /// <summary>Label of the version that was in use before.</summary>
    public const string Previous = "AWSPREVIOUS";

    /// <summary>
    /// Adds a version with its labels: each label leaves the version that has it, and the version that loses AWSCURRENT
    /// gets AWSPREVIOUS. Where there are too many, the oldest versions without a label go.
    /// </summary>
    public static ImmutableList<SecretVersion> Add(ImmutableList<SecretVersion> versions, SecretVersion added)
    {
        var all = Take(versions, added.Stages).Add(added);
        return all.Count > MostVersions && all.FindIndex(static version => version.Stages.IsEmpty) is var oldest and >= 0
            ? all.RemoveAt(oldest)
            : all;
    }

    /// <summary>Moves a label to a version that is there already, or takes it away.</summary>
    /// <param name="from">The version that has the label; null: none does.</param>
    /// <param name="to">The version that gets it; null: none.</param>
    /// <exception cref="AwsException">The label is somewhere else, a version does not exist, or AWSCURRENT would go.</exception>
    public static ImmutableList<SecretVersion> Move(ImmutableList<SecretVersion> versions, string stage, string? from, string? to)
    {
        var holder = versions.Find(version => version.Stages.Contains(stage))?.Id;
        if ((from ?? to) is null)
        {
            throw SecretErrors.Parameter("You must provide at least one of RemoveFromVersionId and MoveToVersionId.");
        }

        if (new[] { from, to }.FirstOrDefault(id => id is not null && versions.TrueForAll(version => version.Id != id)) is { } missing)
        {
            throw SecretErrors.ValueNotFound($"VersionId: {missing}");
        }

        if (from is not null && holder != from)
        {
            throw SecretErrors.Parameter($"The staging label {stage} is not currently attached to version {from}.");
        }

        if (to is null && stage == Current)
        {
            throw SecretErrors.Parameter(
                $"You can only move staging label {Current} to a different secret version. It can't be completely removed.");
        }

        if (from is null && holder is not null && holder != to)
        {
            throw SecretErrors.Parameter(
                $"The parameter RemoveFromVersionId can't be empty. Staging label {stage} is currently attached to version {holder}, "
                + "so you must explicitly reference that version in RemoveFromVersionId.");
        }

        return holder == to
            ? versions
            : Take(versions, [stage]).ConvertAll(version => version.Id == to
                ? version with { Stages = (stage == Current ? version.Stages.Remove(Previous) : version.Stages).Add(stage) }
                : version);
    }

    private static ImmutableList<SecretVersion> Take(ImmutableList<SecretVersion> versions, ImmutableSortedSet<string> taken)
    {
        var takesCurrent = taken.Contains(Current);
        return versions.ConvertAll(Relabel);

        SecretVersion Relabel(SecretVersion version)
        {
            var stages = version.Stages.Except(taken);
            if (takesCurrent)
            {
                stages = version.Stages.Contains(Current) ? stages.Add(Previous) : stages.Remove(Previous);
            }

            return version with { Stages = stages };
        }
    }
}
