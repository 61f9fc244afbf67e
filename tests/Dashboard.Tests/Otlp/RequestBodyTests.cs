using Dashboard.Otlp;

namespace Dashboard.Tests.Otlp;

public sealed class RequestBodyTests
{
    [Theory]
    [InlineData(RequestBody.MaximumBytes)]
    [InlineData(int.MaxValue)]
    public async Task ReadAsync_MoreAnnouncedThanComes_HoldsWhatComes(int announced)
    {
        using var body = new CountingStream(new MemoryStream(new byte[10]));

        using var read = await RequestBody.ReadAsync(body, announced, TestContext.Current.CancellationToken);

        read!.Length.ShouldBe(10);
        body.LargestBuffer.ShouldBeLessThan(1024 * 1024);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(65_536, 65_536)]
    [InlineData(1_000_000, 0)]
    [InlineData(1_000_000, 1_000_000)]
    public async Task ReadAsync_AnyLength_IsReadWhole(int length, int announced)
    {
        byte[] bytes = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31))];

        using var read = await RequestBody.ReadAsync(new MemoryStream(bytes), announced, TestContext.Current.CancellationToken);

        read!.Bytes.SequenceEqual(bytes).ShouldBeTrue();
    }

    [Fact]
    public async Task ReadAsync_MoreThanTheMaximum_IsNone() => (await RequestBody.ReadAsync(
        new MemoryStream(new byte[RequestBody.MaximumBytes + 1]), 0, TestContext.Current.CancellationToken)).ShouldBeNull();

    /// <summary>Tells how much room its reader had for what comes.</summary>
    private sealed class CountingStream(Stream inner) : Stream
    {
        public int LargestBuffer { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            LargestBuffer = Math.Max(LargestBuffer, buffer.Length);
            return inner.ReadAsync(buffer, cancellationToken);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
