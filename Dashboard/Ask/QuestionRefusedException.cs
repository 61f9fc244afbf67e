namespace Dashboard.Ask;

/// <summary>A question that is not answered.</summary>
internal sealed class QuestionRefusedException(string message, Place? place = null) : Exception(message)
{
    /// <summary>Where in the question the trouble is; null if it is nowhere in particular.</summary>
    public Place? Place { get; } = place;
}
