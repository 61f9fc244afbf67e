namespace LocalAws.EventBridge.Patterns;

/// <summary>A text that is no event: events are JSON objects.</summary>
internal sealed class InvalidEventException() : Exception(Text)
{
    /// <summary>EventBridge's words for it.</summary>
    public const string Text = "Parameter Event is not valid.";
}
