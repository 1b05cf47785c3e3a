"""The pace of a lane: so many a second, a pause where the provider asks for one, and a distance within each chat."""

from bot.pace import Pace


class Watch:
    """Seconds that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_lane_without_a_limit_lets_everything_out() -> None:
    assert Pace(None, Watch()).allowed(500) == 500


def test_a_bucket_empties_and_refills() -> None:
    watch = Watch()
    pace = Pace(10, watch)
    assert pace.allowed(16) == 10

    pace.spend(10)
    assert pace.allowed(16) == 0
    assert 0.09 < pace.wait_s() < 0.11
    watch.now += 0.5
    assert pace.allowed(16) == 5
    watch.now += 60
    assert pace.allowed(16) == 10


def test_a_pause_holds_even_a_lane_without_a_limit_and_the_longest_counts() -> None:
    watch = Watch()
    pace = Pace(None, watch)
    pace.pause(30)
    pace.pause(5)

    watch.now += 29
    assert pace.allowed(1) == 0
    assert 0.9 < pace.wait_s() < 1.1
    watch.now += 1.1
    assert pace.allowed(1) == 1


def test_a_chat_keeps_its_distance_and_others_do_not_wait_for_it() -> None:
    watch = Watch()
    pace = Pace(None, watch)

    assert pace.early_s("a", 3) == 0
    assert pace.early_s("a", 3) == 3
    assert pace.early_s("b", 3) == 0
    watch.now += 3
    assert pace.early_s("a", 3) == 0
    assert pace.early_s("a", 0) == 0
