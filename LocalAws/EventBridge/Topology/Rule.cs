using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LocalAws.EventBridge.Patterns;
using LocalAws.EventBridge.Schedules;

namespace LocalAws.EventBridge.Topology;

/// <summary>A rule: which events of a bus go to which targets, or at which moments it fires by itself, or both.</summary>
/// <param name="Pattern">The pattern as it was given; null: it matches no event and has a schedule.</param>
/// <param name="ScheduleExpression">The schedule as it was given; null: it only matches events.</param>
/// <exception cref="InvalidPatternException">The pattern is none.</exception>
internal sealed record Rule(string Name, string Arn, string Bus, string? Pattern, string? ScheduleExpression)
{
    /// <summary>The pattern, ready to match; null: there is none.</summary>
    [JsonIgnore]
    public CompiledPattern? Compiled { get; } = Pattern is null ? null : CompiledPattern.Compile(PatternParser.Parse(Pattern));

    /// <summary>The schedule, ready to use; null: there is none.</summary>
    [JsonIgnore]
    public RuleSchedule? Schedule { get; } = ScheduleExpression is null ? null : RuleSchedule.TryParse(ScheduleExpression);

    /// <summary>A disabled rule matches nothing.</summary>
    public bool Enabled { get; init; } = true;

    public string? Description { get; init; }

    public string? RoleArn { get; init; }

    /// <summary>When the schedule began: a rate counts from there.</summary>
    public DateTimeOffset ScheduledFrom { get; init; }

    /// <summary>The AWS service whose rule it is, such as that of an archive; null: the caller's own.</summary>
    public string? ManagedBy { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = EventTopology.NoTags;

    /// <summary>In the order in which they were added.</summary>
    public ImmutableArray<Target> Targets { get; init; } = [];
}
