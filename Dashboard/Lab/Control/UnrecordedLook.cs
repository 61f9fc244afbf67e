using System.Diagnostics;

namespace Dashboard.Lab.Control;

/// <summary>Looks at the system that are no part of what it does: a few a second, they would drown the traces of orders.</summary>
internal static class UnrecordedLook
{
    /// <summary>Begins one: an activity of no source is not sampled, and who is asked follows it. It ends with its disposal.</summary>
    public static Activity Begin() => new Activity("look").Start();
}
