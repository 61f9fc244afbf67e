namespace Dashboard.Security;

/// <summary>What came of an attempt to log in.</summary>
internal enum LoginOutcome
{
    /// <summary>The cookie is set.</summary>
    Succeeded,

    /// <summary>It is not the token.</summary>
    WrongToken,

    /// <summary>Too many were wrong before.</summary>
    TooManyAttempts,
}
