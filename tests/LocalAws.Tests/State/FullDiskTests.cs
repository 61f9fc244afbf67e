using System.Buffers;
using System.Buffers.Binary;
using LocalAws.Protocol;
using LocalAws.State;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalAws.Tests.State;

/// <summary>A disk that is full for a while.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly FileStateLog _log = new(NullLogger<FileStateLog>.Instance);
    private readonly TinyDisk _disk = new();

    public FullDiskTests() => _log.Begin(_disk);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Flush_WhileTheDiskIsFull_IsRefusedAsUnavailableEachTime()
    {
        _disk.IsFull = true;
        for (var call = 0; call < 3; call++)
        {
            _log.Append(new Note(call));

            var refused = await Should.ThrowAsync<AwsException>(_log.FlushAsync(Cancellation).AsTask());

            (refused.Code, refused.Status).ShouldBe(("ServiceUnavailable", 503));
        }

        _disk.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task Flush_OnceThereIsSpaceAgain_KeepsEverythingInItsOrderAndOnce()
    {
        _log.Append(new Note(1));
        await _log.FlushAsync(Cancellation);
        _disk.IsFull = true;
        _log.Append(new Note(2));
        await Should.ThrowAsync<AwsException>(_log.FlushAsync(Cancellation).AsTask());
        _log.Append(new Note(3));
        await Should.ThrowAsync<AwsException>(_log.FlushAsync(Cancellation).AsTask());

        _disk.IsFull = false;
        _log.Append(new Note(4));
        await _log.FlushAsync(Cancellation);

        _disk.Kept.ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task Append_OfMoreThanMayWaitForAFullDisk_IsRefused()
    {
        const int length = 16 * 1024 * 1024;
        _disk.IsFull = true;
        for (var call = 0; call < 6; call++)
        {
            await Should.ThrowAsync<AwsException>(async () =>
            {
                _log.Append(new Note(call, length));
                await _log.FlushAsync(Cancellation);
            });
        }

        _disk.IsFull = false;
        await _log.FlushAsync(Cancellation);

        _disk.Kept.ShouldBe([0, 1, 2, 3]);
    }

    /// <summary>A change that is a number, and as long as wanted.</summary>
    private sealed record Note(int Number, int Length = 4) : StateChange
    {
        public override StatePartId Part => StatePartId.Parameters;

        public override void Encode(IBufferWriter<byte> target)
        {
            var bytes = target.GetSpan(Length)[..Length];
            bytes.Clear();
            BinaryPrimitives.WriteInt32LittleEndian(bytes, Number);
            target.Advance(Length);
        }
    }

    /// <summary>Keeps the numbers of the notes in whole frames; while it is full it takes nothing.</summary>
    private sealed class TinyDisk : IFrameFile
    {
        private const int ChangeHead = sizeof(int) + 1;

        public bool IsFull { get; set; }

        public List<int> Kept { get; } = [];

        public long Number => 1;

        public long End { get; private set; }

        public void Append(ChangeBuffer changes)
        {
            var frame = changes.Seal(End);
            if (IsFull)
            {
                throw new IOException("No space left on device");
            }

            End += frame.Length;
            for (var rest = frame[Frame.HeadLength..]; !rest.IsEmpty;)
            {
                var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
                Kept.Add(BinaryPrimitives.ReadInt32LittleEndian(rest[ChangeHead..]));
                rest = rest[(ChangeHead + length)..];
            }
        }

        public void Dispose()
        {
        }
    }
}
