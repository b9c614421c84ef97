using System.Text;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.Support;

/// <summary>Events from what a terminal would send.</summary>
internal static class Keys
{
    public static List<InputEvent> Of(string bytes)
    {
        var events = new List<InputEvent>();
        new KeyReader().Feed(Encoding.UTF8.GetBytes(bytes), events);
        return events;
    }
}
