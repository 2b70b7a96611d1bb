package org.corridor.client.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a@b.de", "anna.mueller+bank@mail.example.com", "x_1@xn--mller-kva.example"})
  void isAnEmailAddress(String text) {
    assertThat(Codes.isEmail(text)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "anna",
        "anna@",
        "@example.com",
        "anna@localhost",
        "anna@@example.com",
        "anna@example..com",
        "anna@-example.com",
        "anna@example.com.",
        ".anna@example.com",
        "an..na@example.com",
        "anna@192.0.2.1",
        "anna @example.com",
        "anna@example.com\r\nBcc: all@example.com",
        "änna@example.com"
      })
  void isNoEmailAddress(String text) {
    assertThat(Codes.isEmail(text)).isFalse();
  }

  @Test
  void anEmailAddressHasItsLimits() {
    var domain = "@example.com";
    assertThat(Codes.isEmail("a".repeat(64) + domain)).isTrue();
    assertThat(Codes.isEmail("a".repeat(65) + domain)).isFalse();
    assertThat(Codes.isEmail("a@" + "b".repeat(63) + ".com")).isTrue();
    assertThat(Codes.isEmail("a@" + "b".repeat(64) + ".com")).isFalse();
    assertThat(Codes.isEmail("a@" + "bcd.".repeat(63) + "com")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+493012345678", "+1202555", "+123456789012345"})
  void isAPhoneNumber(String text) {
    assertThat(Codes.isPhone(text)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "493012345678",
        "+0493012345",
        "+49 30 1234",
        "+123456",
        "+1234567890123456",
        "+49301234a"
      })
  void isNoPhoneNumber(String text) {
    assertThat(Codes.isPhone(text)).isFalse();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"de", "DEU", "XX", "UK", "D", "D E"})
  void isNoCountry(String text) {
    assertThat(Codes.isCountry(text)).isFalse();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"DE", "deu", "de-DE", "xx"})
  void isNoLanguage(String text) {
    assertThat(Codes.isLanguage(text)).isFalse();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"B", "ber", "BER-1", "ABCDEFGHIJK"})
  void isNoBranch(String text) {
    assertThat(Codes.isBranch(text)).isFalse();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {" ", " a", "a ", "a\tb", "a\nb", "a\u0000b", "a\u202eb", "a\u200bb", "a\u2028b"})
  void isNoLine(String text) {
    assertThat(Texts.isLine(text, 140)).isFalse();
  }

  @Test
  void countsWhatPeopleSeeAsOneCharacter() {
    assertThat(Texts.isLine("𠮷".repeat(140), 140)).isTrue();
    assertThat(Texts.isLine("𠮷".repeat(141), 140)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"O'Neill", "Jean-Luc", "山田", "محمد", "X Æ 12", "7"})
  void isAName(String text) {
    assertThat(Texts.isName(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "...", "'"})
  void isNoName(String text) {
    assertThat(Texts.isName(text)).isFalse();
  }
}
