using Dashboard.Runs;

namespace Dashboard.Tests.Runs;

public sealed class RunNameTests
{
    [Theory]
    [InlineData("  before the fix ", "before the fix")]
    [InlineData("שלום, مرحبا, 👩‍🚀", "שלום, مرحبا, 👩‍🚀")]
    public void Read_Name_IsTakenWithoutBlanksAround(string text, string expected)
    {
        RunName.Read(text, out var name).ShouldBeNull();
        name.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, "1 to 200")]
    [InlineData(" \t ", "1 to 200")]
    [InlineData("a\u0000b", "control characters")]
    [InlineData("a\nb", "control characters")]
    [InlineData("a\u202Eb", "changes of direction")]
    [InlineData("a\u2066b", "changes of direction")]
    [InlineData("a\u2028b", "line breaks")]
    public void Read_WhatCannotBeSeenOrTurnsTheTextRound_IsRefused(string? text, string problem)
    {
        RunName.Read(text, out _).ShouldNotBeNull().ShouldContain(problem);
    }

    [Fact]
    public void Read_TooLong_IsRefused() => RunName.Read(new('a', RunName.Longest + 1), out _).ShouldNotBeNull();
}
