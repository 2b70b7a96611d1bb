package org.corridor.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Function;
import org.corridor.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  @Test
  void theCursorCarriesThePositionOfTheLastItemOfThePage() {
    var page = Page.of(List.of("a", "ä/1", "c"), 2, Function.identity());

    assertThat(page.items()).containsExactly("a", "ä/1");
    assertThat(Page.position(page.next())).isEqualTo("ä/1");
  }

  @Test
  void theLastPageHasNoCursor() {
    assertThat(Page.of(List.of("a", "b"), 2, Function.identity()).next()).isNull();
    assertThat(Page.of(List.<String>of(), 2, Function.identity()).next()).isNull();
  }

  @Test
  void aViewOfAPageLeadsToTheSameNextPage() {
    var page = Page.of(List.of("a", "b"), 1, Function.identity());

    assertThat(page.map(String::length)).isEqualTo(new Page<>(List.of(1), page.next()));
  }

  @Test
  void theLimitHasADefault() {
    assertThat(Page.limit(null)).isEqualTo(Page.DEFAULT_LIMIT);
    assertThat(Page.limit("1")).isEqualTo(1);
    assertThat(Page.limit("200")).isEqualTo(Page.MAX_LIMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "201", "2147483647", "many", "", "1.5"})
  void theLimitIsBounded(String limit) {
    var refused = catchThrowableOfType(ProblemException.class, () -> Page.limit(limit));

    assertThat(refused.getResponse().getStatus()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "a b", "äöü", "===="})
  void refusesACursorThatItHasNotMade(String cursor) {
    var refused = catchThrowableOfType(ProblemException.class, () -> Page.position(cursor));

    assertThat(refused.getResponse().getStatus()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1-1-1-1-1", "", "0192f0c1-0000-7000-8000-00000000000g"})
  void refusesAPlaceOfAnotherList(String position) {
    var cursor = Page.of(List.of(position, position), 1, Function.identity()).next();

    assertThat(catchThrowableOfType(ProblemException.class, () -> Page.id(cursor))).isNotNull();
  }

  @Test
  void noCursorIsTheBeginning() {
    assertThat(Page.position(null)).isNull();
    assertThat(Page.id(null)).isNull();
    assertThat(Page.number(null)).isNull();
  }
}
