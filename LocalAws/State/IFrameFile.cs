namespace LocalAws.State;

/// <summary>A file of frames, as the log writes it.</summary>
internal interface IFrameFile : IDisposable
{
    /// <summary>Its place among the logs.</summary>
    long Number { get; }

    /// <summary>Where the next frame will stand.</summary>
    long End { get; }

    /// <summary>Adds a frame, and returns when it would outlive a failure of the machine. After a failure it may be tried again.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    void Append(ChangeBuffer changes);
}
