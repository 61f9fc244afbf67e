namespace Benchmarks.Sqs;

/// <summary>What was measured of a server as a whole.</summary>
/// <param name="StartUp">From the start of the process to its first answer, milliseconds.</param>
/// <param name="Memory">Resident after the measurement, megabytes.</param>
/// <param name="Wake">From the sending of a message to the answer of the poll that waits for it, milliseconds.</param>
/// <param name="Idle">CPU time of a hundred idle long polls in ten seconds, milliseconds.</param>
internal readonly record struct ServerMeasure(double StartUp, double Memory, double Wake, double Idle);
