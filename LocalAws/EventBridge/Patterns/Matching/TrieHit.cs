namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>What it means that a value begins with a key of a <see cref="ByteTrie"/>.</summary>
/// <param name="Condition">The condition that may hold.</param>
/// <param name="Whole">Only if the key is all of the value.</param>
/// <param name="Certain">It holds; else it has yet to be tested.</param>
internal readonly record struct TrieHit(int Condition, bool Whole, bool Certain);
