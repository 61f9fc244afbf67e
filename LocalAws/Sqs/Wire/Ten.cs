using System.Runtime.CompilerServices;

namespace LocalAws.Sqs.Wire;

/// <summary>As many as a batch may have, on the stack.</summary>
[InlineArray(Length)]
internal struct Ten<T>
{
    public const int Length = 10;

    private T _first;
}
